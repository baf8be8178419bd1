"""Two versions side by side on screen."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.plan.figures.effect import Effect
from lib.plan.text.clean_text import one_line
from lib.plan.text.indonesian import MISSING, percent
from lib.plan.text.mentions import ACTIVITY
from lib.service.library import Snapshot
from lib.ui.escape import markdown
from lib.ui.viewer import leads
from lib.ui.words import text

_ROWS, _TALLEST = 12, 480
"""Tables of more rows take as many pixels and scroll."""


def since(previous: Snapshot, compared: Effect, in_meeting: bool) -> None:
    """Say how much changed since an earlier version, with the rows one click away."""
    summary = text.since(previous, len(compared.rows))
    with st.container(horizontal=True, vertical_alignment="center", key="since"):
        st.markdown(f":blue-badge[{markdown(summary)}]")
        if not compared.rows.empty and not in_meeting:
            with st.popover(text.TABLE, type="tertiary"):
                draw_effect(compared, summary)


def draw_effect(effect: Effect, alt: str) -> None:
    """Draw the touched kegiatan-years, each number leading to its card; many of them scroll."""
    table = effect_table(effect)
    numbers = [leads.link(ACTIVITY, no, no) for no in table["No"]]
    shown = table.astype("str").map(markdown).assign(No=numbers)
    many = len(shown) > _ROWS
    st.table(shown, hide_index=True, alt=alt, height=_TALLEST if many else "content")


def effect_table(effect: Effect) -> pd.DataFrame:
    """Return one row per touched kegiatan-year, changed cells as `before → after`."""
    rows = effect.rows
    measured = {
        header: [
            f"{old} → {new}" if old != new else new
            for old, new in zip(
                rows[f"{name}_lama"].map(show), rows[f"{name}_baru"].map(show), strict=True
            )
        ]
        for header, name, show in (
            ("Realisasi", "realisasi", percent),
            ("Capaian", "capaian", percent),
            ("Lampu", "lampu", _word),
            ("Status", "status", _word),
        )
    }
    return pd.DataFrame(
        {
            "No": rows["no"],
            "Tahun": rows["tahun"].astype("str"),
            "Kegiatan": rows["kegiatan"].map(one_line),
            **measured,
        }
    )


def effect_lines(effect: Effect) -> list[str]:
    """Name each figure of the touched kegiatan-years that is another one, in markdown."""
    told = effect_table(effect).drop(columns=["No", "Tahun", "Kegiatan"])
    return [
        f"- {name}: {markdown(str(cell))}"
        for row in told.to_dict("records")
        for name, cell in row.items()
        if "→" in str(cell)
    ]


def _word(cell: object) -> str:
    return cell if isinstance(cell, str) else MISSING
