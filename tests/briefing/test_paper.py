"""The paper of the report: tables, links, fields and places to fill, as Word reads them."""

from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt

from lib.briefing.word import styles
from lib.briefing.word.paper import Paper
from lib.briefing.written_tables import WrittenTable


def paper():
    return Paper("Judul", "Pemerintah", "Kepala", "Kaki")


def opened(made):
    return Document(BytesIO(made.finished()))


def grid(table):
    made = paper()
    made.say("Kalimat pengantar")
    made.table(table)
    document = opened(made)
    [found] = document.tables
    return document, found


SMALL_TABLE = WrittenTable(("No", "Isi"), (("1", "satu"), ("2", "dua")), (1, 3), frozenset({1}))


def test_a_table_says_what_it_was_given_in_the_given_shares():
    _, found = grid(SMALL_TABLE)
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["No", "Isi"], ["1", "satu"], ["2", "dua"],
    ]  # fmt: skip
    narrow, wide = (column.width for column in found.columns)
    assert wide == pytest.approx(3 * narrow, abs=2000)
    assert narrow + wide == pytest.approx(17 * 360000, abs=2000)  # A4 less two margins of 2 cm


def test_the_header_row_repeats_and_only_it():
    _, found = grid(SMALL_TABLE)
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in found.rows]
    assert repeated == [True, False, False]


def test_heads_and_strong_rows_are_shaded_and_others_not():
    _, found = grid(SMALL_TABLE)
    for row, strong in zip(found.rows, (True, False, True), strict=True):
        for cell in row.cells:
            name = styles.TABLE_HEAD if strong else styles.TABLE
            assert cell.paragraphs[0].style.name == name
            assert (cell._tc.tcPr.find(qn("w:shd")) is not None) == strong


def test_short_rows_stay_on_one_page_and_long_ones_may_break():
    rows = (("1", "pendek"), ("2", "panjang " * 80))
    _, found = grid(WrittenTable(("No", "Isi"), rows, (1, 3)))
    bound = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None
             for row in found.rows]  # fmt: skip
    assert bound == [True, True, False]


def test_the_words_before_a_table_stay_with_it():
    document, _ = grid(SMALL_TABLE)
    [before] = [p for p in document.paragraphs if p.text == "Kalimat pengantar"]
    assert before.paragraph_format.keep_with_next


@pytest.mark.parametrize(("count", "together"), [(8, True), (9, False)])
def test_small_tables_stay_on_one_page(count, together):
    rows = tuple((str(n), "x") for n in range(count))
    _, found = grid(WrittenTable(("No", "Isi"), rows, (1, 3)))
    first = found.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next
    assert bool(first) == together
    assert not found.rows[-1].cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_links_lead_outside_one_below_another():
    addresses = ("https://contoh.id/a?x=1&y=2", "https://contoh.id/b")
    document, found = grid(WrittenTable(("Bukti",), ((addresses,),), (1,)))
    links = list(found.rows[1].cells[0]._tc.iter(qn("w:hyperlink")))
    targets = [document.part.rels[link.get(qn("r:id"))] for link in links]
    assert [target.target_ref for target in targets] == list(addresses)
    assert all(target.is_external for target in targets)
    assert len(list(found.rows[1].cells[0]._tc.iter(qn("w:br")))) == 1


def test_pages_turn_and_turn_back():
    made = paper()
    made.page(wide=True)
    made.page()
    upright, wide, again = opened(made).sections
    assert wide.orientation == WD_ORIENT.LANDSCAPE
    assert (wide.page_width, wide.page_height) == (upright.page_height, upright.page_width)
    assert (again.page_width, again.page_height) == (upright.page_width, upright.page_height)


def test_head_and_foot_stand_on_every_page_with_its_number():
    [section] = opened(paper()).sections
    assert section.header.paragraphs[0].text == "Kepala"
    assert section.footer.paragraphs[0].text == "Kaki · halaman 1 dari 1"
    codes = [node.text.strip() for node in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_the_contents_name_each_heading_and_lead_to_it():
    made = paper()
    made.contents()
    for level, text in ((1, "Bab satu"), (2, "Bagian"), (3, "Rincian"), (1, "Bab dua")):
        made.heading(text, level)
    document = opened(made)
    entries = [p for p in document.paragraphs if p.style.name.startswith("toc")]
    found = [("".join(run.text for run in p._p.iter(qn("w:t"))), p.style.name) for p in entries]
    assert found == [("Bab satu", "toc 1"), ("Bagian", "toc 2"), ("Bab dua", "toc 1")]
    anchors = [link.get(qn("w:anchor")) for p in entries for link in p._p.iter(qn("w:hyperlink"))]
    marks = [m.get(qn("w:name")) for m in document.element.iter(qn("w:bookmarkStart"))]
    assert anchors == marks
    kinds = [m.get(qn("w:fldCharType")) for m in document.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_places_to_fill_are_marked_and_empty_sentences_left_out():
    made = paper()
    made.to_fill("penilaian\x04 tim")
    made.say("")
    made.points(["satu", "dua"])
    document = opened(made)
    assert [(p.text, p.style.name) for p in document.paragraphs] == [
        ("[Diisi: penilaian tim]", styles.TO_FILL), ("satu", "List Bullet"), ("dua", "List Bullet"),
    ]  # fmt: skip


def test_the_file_names_title_author_and_language_and_no_maker():
    core = opened(paper()).core_properties
    assert (core.title, core.author, core.language) == ("Judul", "Pemerintah", "id-ID")
    assert (core.comments, core.last_modified_by) == ("", "")
    assert len(opened(Paper("x" * 400, "", "", "")).core_properties.title) == 255


def test_a_table_that_ends_a_section_leaves_no_line_that_needs_a_page_of_its_own():
    made = paper()
    made.table(SMALL_TABLE)
    made.page(wide=True)
    made.say("Halaman berikut")
    made.table(SMALL_TABLE)
    made.page()
    made.page()
    document = opened(made)
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip
    first, words, second, empty = document.paragraphs
    assert words.text == "Halaman berikut"
    for below in (first, second):
        assert below._p.pPr.sectPr is not None
        assert below.paragraph_format.line_spacing == Pt(1)
    assert empty._p.pPr.sectPr is not None
