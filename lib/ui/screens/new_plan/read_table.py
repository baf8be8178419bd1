"""The table as it was read: how many cells were used, which were not, and the rows."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.service.sketches import CellAccount, DecreeDraft, Sketch
from lib.ui.escape import plain
from lib.ui.words import new_plan_words as text

HEIGHT = 380
_TEXT_WIDTH = 300


def draw(sketch: Sketch) -> None:
    """Draw what was read, each row beside its place in the source."""
    draft = sketch.draft
    st.markdown(f"**{text.read(sketch)}**")
    account(draft.account)
    st.dataframe(
        frame(draft),
        hide_index=True,
        height=HEIGHT,
        alt=text.rows(draft),
        column_config={text.TEXT: st.column_config.TextColumn(width=_TEXT_WIDTH)},
    )


def account(counted: CellAccount) -> None:
    """Say how many cells were used, with those that were not one click away."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(text.account(counted), width="content")
        with st.popover(text.LEFT, type="tertiary"):
            rows = [(one.place, plain(one.text), one.why) for one in counted.left]
            st.dataframe(
                pd.DataFrame(rows, columns=text.LEFT_COLUMNS), hide_index=True, alt=counted.words
            )
    if counted.unaccounted:
        st.error(text.unread(counted), icon=":material/error:")


def frame(draft: DecreeDraft) -> pd.DataFrame:
    """Return the plan's rows as texts: place, level, number, text, a column per year, agencies."""
    one_table = len({row.place.partition(", baris")[0] for row in draft.rows}) == 1
    rows = [
        {
            text.PLACE: _line(row.place, one_table),
            text.LEVEL: row.level,
            text.NUMBER: plain(row.number),
            text.TEXT: plain(row.text),
            **{str(year): plain(row.years.get(year, "")) for year in draft.years},
            text.PARTY: plain("; ".join(row.charge)),
        }
        for row in draft.rows
    ]
    return pd.DataFrame(rows)


def _line(place: str, one_table: bool) -> str:
    """Shorten a place to its row, and its table where there are several."""
    table, _, rest = place.partition(", baris ")
    row = rest.partition(", kolom")[0]
    return row if one_table else f"{table}: {row}"
