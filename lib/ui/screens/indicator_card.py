"""The card of one indicator: all its years, how it is measured, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from lib.plan import schema
from lib.plan.figures.status import Light
from lib.plan.schema import Sheet
from lib.plan.text.indonesian import percent
from lib.plan.text.mentions import INDICATOR
from lib.store.records import AuditEntry
from lib.ui.escape import markdown
from lib.ui.screens import card_parts, report_form
from lib.ui.screens.activity_card import LIGHT_COLOURS
from lib.ui.screens.report_form import CardForms
from lib.ui.viewer.screen import Screen
from lib.ui.words import card_words as text
from lib.voice.words.measures import measure
from lib.voice.words.signs import LIGHT_MARKS

_SHEET = Sheet.INDICATOR_PROGRESS
_TEXTS = ("definisi_operasional", "penanggung_jawab", "sumber_data", "catatan")


@dataclass(frozen=True)
class IndicatorCard:
    """One indicator as it stands, and what became of its cells."""

    screen: Screen
    code: str
    rows: list[tuple[int, Any]]
    """Label and record of each of its years in `status.indicator_status`."""
    history: tuple[AuditEntry, ...]


def find(screen: Screen) -> IndicatorCard:
    """Return the card that the address asks for; the page ends where there is none."""
    code = st.query_params.get(INDICATOR, "")
    table = screen.whole.all_indicators
    table = table[table["no"] == code]
    card_parts.stop_at_stranger(not table.empty, text.no_indicator(code))
    rows = list(zip(table.index, table.itertuples(), strict=True))
    history = screen.viewer.history(_SHEET, code, screen.snapshot.number)
    return IndicatorCard(screen, code, rows, history)


def heading(card: IndicatorCard) -> None:
    """Name the indicator in its decreed words, its program, and the cards beside it."""
    row = card.rows[0][1]
    card_parts.title(f"{card.code} {row.indikator}")
    name, walk = st.columns([3, 1], vertical_alignment="center", gap="small")
    with name.container(gap=None):
        st.caption(markdown(f"{card.code.partition('.')[0]}. {row.program}"))
        st.header(markdown(f"{card.code} {row.indikator}"), anchor=False)
    with walk:
        seen = list(dict.fromkeys(card.screen.standing.all_indicators["no"]))
        every = list(dict.fromkeys(card.screen.whole.all_indicators["no"]))
        keys = seen if card.code in seen else every
        card_parts.walk(INDICATOR, keys, card.code)


def forms(card: IndicatorCard) -> CardForms | None:
    """Return the forms in which the reader may report, if any."""
    labels = {row.tahun: label for label, row in card.rows}
    return report_form.offered(card.screen, _SHEET, card.code, labels)


def years(card: IndicatorCard) -> None:
    """Draw each year: target, realisasi, light, predikat, and who reported it."""
    writers = card_parts.last_writers(card.history)
    for label, row in card.rows:
        with st.container(border=True, gap="small", key=f"year_{row.tahun}"):
            st.markdown(f"**{row.tahun}: {markdown(row.status.lower())}** {_badge(row)}")
            unit = row.satuan
            st.markdown(
                f"Target **{markdown(measure(row.target, unit))}** · "
                f"realisasi **{markdown(measure(row.realisasi, unit))}**"
            )
            if row.alasan:
                st.caption(markdown(row.alasan))
            if row.realisasi is not None and row.realisasi == row.realisasi:
                place = schema.address(_SHEET, "realisasi", label)
                st.caption(markdown(card_parts.source(writers, "realisasi", row.tahun, place)))


def _badge(row: Any) -> str:
    if row.capaian != row.capaian:
        return ""
    light = Light(row.lampu)
    words = f"{LIGHT_MARKS[light]} capaian {percent(row.capaian)}, {row.predikat}"
    return f":{LIGHT_COLOURS.get(light, 'gray')}-badge[{markdown(words)}]"


def words(card: IndicatorCard) -> None:
    """Draw how the indicator is measured, said once where its years say the same."""
    rows = [row for _, row in card.rows]
    told = False
    for name in _TEXTS:
        for cell, years in _said(rows, name).items():
            told = True
            label = schema.column(_SHEET, name).header.capitalize()
            card_parts.written(f"{label} {years}".strip(), cell)
    for row in reversed(rows):
        if isinstance(row.bukti_dukung, str):
            told = True
            card_parts.evidence(row.tahun, row.bukti_dukung)
    st.caption(text.direction(rows[-1].arah == schema.DOWN))
    if not told:
        st.caption(text.NOTHING_DEFINED)


def _said(rows: list[Any], name: str) -> dict[str, str]:
    """Return what a column says, by its text, with the years it says it in; "" for all years."""
    found: dict[str, list[str]] = {}
    for row in rows:
        cell = getattr(row, name)
        if isinstance(cell, str) and cell.strip():
            found.setdefault(cell.strip(), []).append(str(row.tahun))
    return {
        cell: "" if len(years) == len(rows) else ", ".join(years) for cell, years in found.items()
    }
