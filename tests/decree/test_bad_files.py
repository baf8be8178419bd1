"""Files without a plan, and hostile ones: each is told in a sentence, and nothing is made."""

from __future__ import annotations

import pytest

from lib.decree import conversion, drafting
from lib.decree.source.opening import open_source
from tests.decree.bad_files import BAD_FILES, PLAN
from tests.decree.paper import W, changed, excel, word, word_table

_PLAN = """
NO | KEGIATAN | 2025 | PELAKSANA
1 | Rapat | X | Bappeda
2 | Lomba | X | Bappeda
3 | Uji | X | Bappeda
"""
FILES = [
    pytest.param(code, name, content, id=name)
    for code, files in BAD_FILES.items()
    for name, content in files
]


@pytest.mark.parametrize(("code", "name", "content"), FILES)
def test_a_file_without_a_plan_is_refused_with_advice(code: str, name: str, content: bytes) -> None:
    made = conversion.convert(content, name)
    assert [one.code for one in made.findings] == [code]
    assert made.workbook is None
    assert not made.accepted
    assert all((made.findings[0].seen, made.findings[0].expected, made.findings[0].advice))


def test_links_to_the_outside_are_never_followed() -> None:
    outside = (
        '<Relationship Id="rId98" TargetMode="External" Target="http://127.0.0.1:9/t.dotx" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        "</Relationships>"
    )
    rels = "word/_rels/document.xml.rels"
    content = changed(word(PLAN), {rels: ("</Relationships>", outside)}, {})
    assert len(drafting.read(open_source(content, "luar.docx")).rows) == 2


def test_a_table_without_time_asks_for_its_years() -> None:
    table = word_table("NO | KEGIATAN | PELAKSANA\n1 | Rapat | Bappeda\n2 | Evaluasi | Bappeda")
    draft = drafting.read(open_source(word(table), "x.docx"), this_year=2031)
    (asked,) = draft.open
    assert (asked.kind, asked.proposed) == ("tahun", "2031")
    titled = word("RENCANA AKSI TAHUN 2025-2026", table)
    draft = drafting.read(open_source(titled, "x.docx"), this_year=2031)
    assert draft.open[0].proposed == "2025, 2026"
    answered = drafting.read(open_source(titled, "x.docx"), {draft.open[0].id: "2027"})
    assert [list(row.years) for row in answered.rows] == [[2027], [2027]]
    assert answered.open == ()


def test_a_table_without_agencies_leaves_them_blank() -> None:
    table = word_table("NO | KEGIATAN | 2025\n1 | Rapat | X\n2 | Evaluasi | X")
    draft = drafting.read(open_source(word(table), "x.docx"))
    assert [row.charge for row in draft.rows] == [(), ()]
    assert draft.open == ()


def test_two_plans_in_one_file_are_asked_about() -> None:
    second = _PLAN.replace("Bappeda", "Dinkes").replace("Lomba", "Audit")
    content = word(
        "LAMPIRAN I RENCANA AKSI PENGADUAN", word_table(_PLAN),
        "LAMPIRAN II RENCANA AKSI STUNTING", word_table(second),
    )  # fmt: skip
    source = open_source(content, "dua.docx")
    draft = drafting.read(source)
    (asked,) = draft.open
    assert (asked.kind, asked.count) == ("tabel", 2)
    assert draft.agencies == ("Bappeda",)
    assert draft.account.unaccounted == ()
    other = drafting.read(source, {asked.id: asked.choices[1]})
    assert other.agencies == ("Dinkes",)


def test_two_sheets_of_one_plan_each_are_asked_about() -> None:
    book = excel(A=f"RENCANA AKSI GIZI\n{_PLAN}", B=f"RENCANA AKSI AIR\n{_PLAN}")
    assert [one.kind for one in drafting.read(open_source(book, "x.xlsx")).open] == ["tabel"]


def test_a_wide_table_of_absurd_spans_is_read_in_no_time() -> None:
    span = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p/></w:tc>'
    row = f"<w:tr>{''.join(span.format(90_000 + at) for at in range(50))}</w:tr>"
    table = f'<w:tbl xmlns:w="{W}"><w:tblPr/><w:tblGrid/>{row * 40}</w:tbl>'
    assert conversion.convert(word(table), "x.docx").findings[0].code == "decree-no-plan"
