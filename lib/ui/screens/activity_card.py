"""The card of one kegiatan: its years and quarters, who reported them, why, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from lib.plan import schema
from lib.plan.figures.status import Light, Status
from lib.plan.position import quarter_label
from lib.plan.schema import Sheet
from lib.plan.standing import Standing
from lib.plan.table_a import Level
from lib.plan.text.indonesian import number, percent, rupiah
from lib.plan.text.mentions import ACTIVITY
from lib.store.records import AuditEntry
from lib.ui.escape import markdown
from lib.ui.screens import card_parts, continuation_view, report_form
from lib.ui.screens.report_form import CardForms
from lib.ui.viewer.screen import Screen
from lib.ui.words import card_words as text
from lib.voice import concerns
from lib.voice.concerns import DECISION
from lib.voice.words.sayings import sayings
from lib.voice.words.signs import LIGHT_MARKS, assumption, marked

STATUS_COLOURS = {
    Status.DONE: "green",
    Status.IN_PROGRESS: "blue",
    Status.LATE: "red",
    Status.NOT_DONE: "red",
    Status.POSTPONED: "violet",
}
LIGHT_COLOURS = {Light.GREEN: "green", Light.YELLOW: "orange", Light.RED: "red"}
_SHEET = Sheet.ACTIVITY_PROGRESS


@dataclass(frozen=True)
class ActivityCard:
    """One kegiatan as it stands, and what became of its cells."""

    screen: Screen
    code: str
    rows: list[tuple[int, Any]]
    """Label and record of each of its years in `status.activity_status`."""
    history: tuple[AuditEntry, ...]

    @property
    def standing(self) -> Standing:
        return self.screen.whole

    @property
    def first(self) -> Any:
        return self.rows[0][1]


def find(screen: Screen) -> ActivityCard:
    """Return the card that the address asks for; the page ends where there is none."""
    code = st.query_params.get(ACTIVITY, "")
    table = screen.whole.all_activities
    table = table[table["no"] == code]
    card_parts.stop_at_stranger(not table.empty, text.no_activity(code))
    rows = list(zip(table.index, table.itertuples(), strict=True))
    history = screen.viewer.history(_SHEET, code, screen.snapshot.number)
    return ActivityCard(screen, code, rows, history)


def heading(card: ActivityCard) -> None:
    """Name the kegiatan, its place in the plan, its decreed words, and the cards beside it."""
    row = card.first
    card_parts.title(f"{card.code} {row.nama}")
    name, walk = st.columns([3, 1], vertical_alignment="center", gap="small")
    with name.container(gap=None):
        st.caption(markdown(_place(card)))
        st.header(markdown(f"{card.code} {row.nama}"), anchor=False)
    with walk:
        keys = _beside(card)
        card_parts.walk(ACTIVITY, keys, card.code)
    years = text.planned([each.tahun for _, each in card.rows])
    whose = f":small[:gray[{markdown(row.pihak_terlibat)} · {years}]]"
    st.markdown(f"{markdown(row.kegiatan)}  \n{whose}")
    continuation_view.draw(card.screen, card.code)


def _place(card: ActivityCard) -> str:
    """Say under which headings of table A the kegiatan is printed; "" where under none."""
    path: dict[str, str] = {}
    for row in card.screen.plan.program.to_dict("records"):
        if row["kode"] == card.code:
            break
        if row["tingkat"] != Level.ACTIVITY:
            path = {depth: name for depth, name in path.items() if depth < row["tingkat"]}
            top = row["tingkat"] == Level.FIRST and isinstance(row["no"], str)
            path[row["tingkat"]] = f"{row['no']} · {row['uraian']}" if top else row["uraian"]
    return " › ".join(path.values())


def _beside(card: ActivityCard) -> list[str]:
    """List the kegiatan looked at, or all of them where the filters leave this one out."""
    seen = list(dict.fromkeys(card.screen.standing.activities["no"]))
    return seen if card.code in seen else list(dict.fromkeys(card.standing.all_activities["no"]))


def forms(card: ActivityCard) -> CardForms | None:
    """Return the forms in which the reader may report, if any."""
    labels = {row.tahun: label for label, row in card.rows}
    return report_form.offered(card.screen, _SHEET, card.code, labels)


def years(card: ActivityCard) -> None:
    """Draw each year's finding, its quarters, and who reported them."""
    writers = card_parts.last_writers(card.history)
    said = {(item.no, item.year): item for item in card.standing.delayed}
    for label, row in card.rows:
        status = Status(row.status)
        colour = STATUS_COLOURS.get(status, "gray")
        item = said.get((row.no, row.tahun))
        finding = concerns.what(item) if item else sayings(row)[0].partition(" ")[2].lower()
        with st.container(border=True, gap="small", key=f"year_{row.tahun}"):
            badge = f":{colour}-badge[{markdown(marked(status))}]"
            st.markdown(f"**{row.tahun}: {markdown(finding)}** {badge}")
            _quarters(card, label, writers)
            for said_of in filter(None, (_budget(row), _verified(row))):
                st.markdown(f":small[{markdown(said_of)}]")


def _verified(row: Any) -> str:
    """Say what a verifier found; "" where none looked."""
    if not isinstance(row.hasil_verifikasi, str):
        return ""
    return text.verified(row.diverifikasi_sampai, row.hasil_verifikasi)


def _quarters(card: ActivityCard, label: int, writers: Any) -> None:
    cells = card.standing.quarters.loc[label].itertuples()
    if card.screen.look.compact:
        st.markdown("  \n".join(" · ".join(_quarter(cell, label, writers)) for cell in cells))
        return
    for column, cell in zip(st.columns(4, gap="small"), cells, strict=True):
        head, goal, source = _quarter(cell, label, writers)
        column.markdown(f"{head}  \n{goal}  \n{source}" if source else f"{head}  \n{goal}")


def _quarter(cell: Any, label: int, writers: Any) -> list[str]:
    """Write a quarter: its value in its light, its target, and where the value comes from."""
    name = schema.ACTUALS[cell.triwulan - 1]
    goal = f"target {percent(cell.target)}{assumption(cell.asumsi and cell.triwulan < 4)}"
    target = f":small[{goal}{_ghost(cell)}]"
    if cell.realisasi != cell.realisasi:
        state = text.NOT_REPORTED if cell.jatuh_tempo else text.NOT_DUE
        return [f"{quarter_label(cell.triwulan)} :gray-badge[{state}]", target, ""]
    light = Light(cell.lampu)
    mark = f" {markdown(LIGHT_MARKS[light])}" if light is not Light.GREY else ""
    value = f":{LIGHT_COLOURS.get(light, 'gray')}-badge[**{percent(cell.realisasi)}**{mark}]"
    place = schema.address(_SHEET, name, label)
    source = markdown(card_parts.source(writers, name, cell.tahun, place))
    head = f"{quarter_label(cell.triwulan)} {value}"
    return [head, target, f":small[:gray[{source}]]"]


def _ghost(cell: Any) -> str:
    """Show beside a target what was stated first, struck out."""
    if cell.target_awal != cell.target_awal:
        return ""
    return f" :gray[~~{percent(cell.target_awal)}~~]"


def _budget(row: Any) -> str:
    """Say what was spent of the budget, as far as the cells tell."""
    if row.realisasi_anggaran != row.realisasi_anggaran:
        return "" if row.pagu_anggaran != row.pagu_anggaran else text.budget(row.pagu_anggaran)
    spent = f"Realisasi anggaran {rupiah(row.realisasi_anggaran)}"
    if not row.pagu_anggaran > 0:
        return spent
    share = number(row.realisasi_anggaran * 100 / row.pagu_anggaran)
    return f"{spent} dari pagu {rupiah(row.pagu_anggaran)} ({share}%)"


def words(card: ActivityCard) -> None:
    """Draw kendala, tindak lanjut and bukti of each year, the newest first."""
    told = False
    for _, row in reversed(card.rows):
        cells = (row.kendala, row.tindak_lanjut, row.bukti_dukung, row.catatan_verifikasi)
        if any(isinstance(cell, str) and cell.strip() for cell in cells):
            told = True
            with st.container(border=True, gap="small", key=f"words_{row.tahun}"):
                card_parts.written(f"Kendala {row.tahun}", row.kendala)
                card_parts.written(f"{DECISION} {row.tahun}", row.perlu_keputusan)
                card_parts.written(f"Tindak lanjut {row.tahun}", row.tindak_lanjut)
                card_parts.evidence(row.tahun, row.bukti_dukung)
                card_parts.written(f"{text.VERIFIER_SAYS} {row.tahun}", row.catatan_verifikasi)
    if not told:
        st.caption(text.NOTHING_WRITTEN)
