"""The table as it was read: how many cells were used, which were not, and the rows."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.service.sketches import CellAccount, DecreeDraft, Sketch
from lib.ui.escape import plain
from lib.ui.viewer import screen
from lib.ui.words import new_plan_words as text

HEIGHT = 380
_TEXT_WIDTH = 300


def draw(sketch: Sketch) -> None:
    """Draw what was read, each row beside its place in the source."""
    draft = sketch.draft
    st.markdown(f"**{text.read(sketch)}**")
    account(draft.account)
    if screen.on_phone():
        _listed(draft)
        return
    st.dataframe(
        frame(draft),
        hide_index=True,
        height=HEIGHT,
        alt=text.rows(draft),
        column_config={text.TEXT: st.column_config.TextColumn(width=_TEXT_WIDTH)},
    )


def _listed(draft: DecreeDraft) -> None:
    """List the rows one below another: a table as wide as a decree's is cut off on a phone."""
    with st.container(height=HEIGHT, border=False, key="draft_rows"):
        st.markdown("\n\n".join(text.row(draft, row) for row in draft.rows))


def account(counted: CellAccount) -> None:
    """Say how many cells were used, with those that were not one click away."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(text.account(counted), width="content")
        if counted.left:
            with st.popover(text.LEFT, type="tertiary"):
                _left(counted)
    if counted.unaccounted:
        st.error(text.unread(counted), icon=":material/error:")


def _left(counted: CellAccount) -> None:
    rows = [(one.place, plain(one.text), one.why) for one in counted.left]
    frame = pd.DataFrame(rows, columns=text.LEFT_COLUMNS)
    st.dataframe(frame, hide_index=True, alt=counted.words)


def frame(draft: DecreeDraft) -> pd.DataFrame:
    """Return the plan's rows as texts: place, level, number, text, a column per year, agencies."""
    rows = [
        {
            text.PLACE: text.line(draft, row),
            text.LEVEL: row.level,
            text.NUMBER: plain(row.number),
            text.TEXT: plain(row.text),
            **{str(year): plain(row.years.get(year, "")) for year in draft.years},
            text.PARTY: plain("; ".join(row.charge)),
        }
        for row in draft.rows
    ]
    return pd.DataFrame(rows)
