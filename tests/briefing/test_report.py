from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn

from lib.briefing import written_tables
from lib.briefing.source import Briefing
from lib.briefing.word.report import TITLE, report
from lib.plan.figures import indicator_state, rollup, status
from lib.plan.figures.summary import summarise
from lib.plan.position import Position
from lib.plan.text.indonesian import percent
from lib.voice import activities, breakdowns, conclusions
from lib.voice.key_figures import key_figures, plan_figures
from lib.voice.words import measures
from tests.briefing.cases import NAMES, briefing, case
from tests.factory import decree_plan, make_plan, with_activity


def opened(source: Briefing) -> Word:
    return Document(BytesIO(report(source)))


@cache
def word(name: str) -> Word:
    """The report of a case, to be read only."""
    return opened(case(name))


def cells(document: Word) -> list[tuple[str, ...]]:
    """Every table row's texts, links included."""
    return [
        tuple(_text(tc) for tc in tr.tc_lst)
        for table in document.tables
        for tr in table._tbl.tr_lst
    ]


def _text(element) -> str:
    parts = {qn("w:t"): lambda one: one.text or "", qn("w:br"): lambda _: "\n"}
    return "".join(parts[one.tag](one) for one in element.iter() if one.tag in parts)


def paragraphs(document: Word) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("name", NAMES)
def test_the_report_states_the_figures_of_the_screens(name: str) -> None:
    source = case(name)
    plan, position = source.plan, source.position
    table, indicators = (
        status.activity_status(plan, position),
        indicator_state.indicator_status(plan),
    )
    figures = (
        key_figures(summarise(table, indicators, position))
        if plan.is_reported
        else plan_figures(plan)
    )
    document = word(name)
    rows = cells(document)
    for figure in figures:
        assert (figure.label, figure.value, figure.note) in rows
    assert f"{activities.headline(table, position)}." in paragraphs(document)


@pytest.mark.parametrize("name", NAMES)
def test_the_report_lists_every_kegiatan_up_to_the_position_once(name: str) -> None:
    source = case(name)
    due = rollup.in_scope(status.activity_status(source.plan, source.position), source.position)
    listed = [row for row in cells(word(name)) if len(row) == len(written_tables.RESULT_HEADERS)]
    found = [row for row in listed if row != written_tables.RESULT_HEADERS]
    assert [(row[0], row[2]) for row in found] == [
        (row.no, str(row.tahun)) for row in due.itertuples()
    ]
    for row, own in zip(found, due.itertuples(), strict=True):
        assert row[3].startswith(percent(own.target))
        assert ("asumsi" in row[3]) == own.asumsi
        assert row[4].startswith(percent(own.realisasi))
        assert own.status in row[6]


@pytest.mark.parametrize("name", NAMES)
def test_the_conclusions_are_the_sentences_of_the_screens(name: str) -> None:
    source = case(name)
    standing = source.standing
    texts = paragraphs(word(name))
    sums = rollup.by_agency(standing.due, source.plan.agencies)
    assert f"{breakdowns.compliance(sums)}." in texts
    assert f"{measures.headline(standing.measures, standing.indicator_year)}." in texts
    for sentence in (*conclusions.findings(standing), *conclusions.steps(standing)):
        assert sentence in texts


def test_the_legal_basis_stands_as_decreed() -> None:
    source = case("empty")
    rows = cells(word("empty"))
    for item in ("Jenis", "Nomor", "Tentang", "Ditetapkan", "Dasar utama"):
        assert (item, source.plan.document[item]) in rows


def test_headings_are_real_and_the_contents_are_a_field() -> None:
    document = word("sample")
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "List Bullet", "toc 1", "Isian"} <= styles
    instructions = [one.text for one in document.element.iter(qn("w:instrText"))]
    assert [text.split()[0] for text in instructions] == ["TOC"]
    headings = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    listed = [p._p for p in document.paragraphs if p.style.name.startswith("toc")]
    assert [_text(entry) for entry in listed] == headings
    marks = {one.get(qn("w:name")) for one in document.element.iter(qn("w:bookmarkStart"))}
    targets = {
        link.get(qn("w:anchor")) for entry in listed for link in entry.iter(qn("w:hyperlink"))
    }
    assert targets == marks


def test_every_table_repeats_its_header() -> None:
    document = word("big")
    assert len(document.tables) > 6
    for table in document.tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:tblHeader')}") is None for row in others)


def test_pages_are_numbered_and_name_their_source() -> None:
    source = case("sample")
    foot = word("sample").sections[0].footer
    assert source.source in foot.paragraphs[0].text
    codes = [one.text.strip() for one in foot._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_a_person_finds_the_places_to_write_and_an_empty_signature() -> None:
    texts = paragraphs(word("sample"))
    assert sum(text.startswith("[Diisi: ") for text in texts) == 4
    [name] = [text for text in texts if text.startswith("Nama ")]
    assert set(name.removeprefix("Nama ")) == {"."}


def test_made_up_figures_say_so_on_every_page() -> None:
    document = word("sample")
    assert document.sections[0].header.paragraphs[0].text.startswith("CONTOH")
    assert any(text.startswith("CONTOH") for text in paragraphs(document)[:3])
    assert word("empty").sections[0].header.paragraphs[0].text == TITLE


def test_text_of_a_workbook_cannot_break_the_document() -> None:
    hostile = "a\x00\x0b\x1f<w:p>&\ufffe\u202eb\r\nc"
    plan = with_activity(
        make_plan([2025], groups=1, agencies=["DINAS \x07A"]), "I.1.a", 2025,
        realisasi_tw1=5.0, kendala=hostile, tindak_lanjut=hostile,
        bukti_dukung="javascript:alert(1)\nhttps://contoh.example/a?b=1&c=2",
    )  # fmt: skip
    source = briefing(plan, Position(2025, 4))
    document = opened(source)
    [row] = [row for row in cells(document) if row[0] == "I.1.a" and len(row) == 10]
    assert row[7] == "a\n<w:p>&b\nc"
    assert row[9] == "https://contoh.example/a?b=1&c=2"
    outside = [part.target_ref for part in document.part.rels.values() if part.is_external]
    assert outside == ["https://contoh.example/a?b=1&c=2"]


def test_a_group_without_kegiatan_up_to_the_position_says_so() -> None:
    plan = make_plan([2025, 2026], groups=1, activities_per_group=1)
    texts = paragraphs(opened(briefing(plan, Position(2025, 4))))
    assert "Tidak ada kegiatan yang direncanakan sampai tahun posisi laporan ini." in texts


def test_the_file_names_nobody_and_no_program() -> None:
    with zipfile.ZipFile(BytesIO(report(briefing(decree_plan(), Position(2024, 4))))) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    assert "2013" not in core
