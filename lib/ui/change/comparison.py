"""Two versions side by side on screen."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lib.plan.figures.effect import Effect
from lib.plan.text.indonesian import MISSING, percent
from lib.service.library import Snapshot
from lib.ui.escape import markdown, plain
from lib.ui.words import text


def since(previous: Snapshot, compared: Effect, in_meeting: bool) -> None:
    """Say how much changed since an earlier version, with the rows one click away."""
    summary = text.since(previous, len(compared.rows))
    with st.container(horizontal=True, vertical_alignment="center", key="since"):
        st.markdown(f":blue-badge[{markdown(summary)}]")
        if not compared.rows.empty and not in_meeting:
            with st.popover(text.TABLE, type="tertiary"):
                st.dataframe(effect_table(compared), hide_index=True, alt=summary)


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
            "Kegiatan": rows["kegiatan"].map(plain),
            **measured,
        }
    )


def _word(cell: object) -> str:
    return cell if isinstance(cell, str) else MISSING
