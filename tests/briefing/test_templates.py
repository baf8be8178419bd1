"""Deck and report take their look from files that a regency may replace."""

from io import BytesIO

import pytest
from docx import Document
from docx.shared import Cm, Pt
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

from lib.briefing.deck import deck_template, theme
from lib.briefing.deck.presentation import deck
from lib.briefing.templates import FOLDER, Unfit
from lib.briefing.word import report_template as word_template
from lib.briefing.word import styles
from lib.briefing.word.report import report
from tests.briefing.cases import case

WIDE = (12192000, 6858000)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / FOLDER).mkdir()
    return tmp_path


def own_deck(folder, change):
    made = Presentation(str(theme.TEMPLATE))
    change(made)
    made.save(str(folder / FOLDER / "rapat.pptx"))


def own_report(folder, change):
    made = Document(str(styles.TEMPLATE))
    change(made)
    made.save(str(folder / FOLDER / "laporan.docx"))


def looks(document):
    return {
        style.name: (style.font.size, style.font.bold, style.paragraph_format.space_after)
        for style in document.styles
        if style.name in styles.STYLES and style.type == 1
    }


# The shipped ones


def test_a_slide_is_exactly_sixteen_to_nine():
    made = Presentation(BytesIO(deck(case("sample"))))
    assert (made.slide_width, made.slide_height) == WIDE


def test_the_shipped_deck_template_is_the_one_its_maker_makes():
    made, kept = deck_template.template(), Presentation(str(theme.TEMPLATE))
    for one, other in zip(made.slide_layouts, kept.slide_layouts, strict=True):
        assert one.name == other.name
        assert [(s.name, s.left, s.top, s.width, s.height) for s in one.placeholders] == [
            (s.name, s.left, s.top, s.width, s.height) for s in other.placeholders
        ]
    colours = [
        [node.get("val") for node in theme_of(deck).iter(qn("a:srgbClr"))] for deck in (made, kept)
    ]
    assert colours[0] == colours[1]
    assert len(colours[0]) >= 12


def theme_of(made):
    from lxml import etree

    [part] = [r.target_part for r in made.slide_master.part.rels.values() if "theme" in r.reltype]
    return etree.fromstring(part.blob)


def test_the_shipped_report_template_is_the_one_its_maker_makes():
    made, kept = word_template.template(), Document(str(styles.TEMPLATE))
    assert looks(made) == looks(kept)
    assert len(looks(kept)) == len(styles.STYLES) - 1  # all but the table's


def test_the_shipped_templates_name_nobody():
    for properties in (
        Presentation(str(theme.TEMPLATE)).core_properties,
        Document(str(styles.TEMPLATE)).core_properties,
    ):
        assert (properties.author, properties.last_modified_by) == ("", "")


# One's own


def test_ones_own_deck_template_gives_its_colours_logo_and_places(folder):
    def change(made):
        content = made.slide_layouts[1]
        title = next(s for s in content.placeholders if s.placeholder_format.idx == 0)
        title.left, title.top, title.width, title.height = map(Inches, (1, 0.62, 9, 0.9))
        title.text_frame.text = "Logo"

    own_deck(folder, change)
    shown = Presentation(BytesIO(deck(case("sample"), folder)))
    assert (shown.slide_width, shown.slide_height) == WIDE
    slide = shown.slides[1]
    assert slide.shapes.title.left == Inches(1)
    assert slide.slide_layout.placeholders[0].text_frame.text == "Logo"


def test_a_narrow_title_place_is_written_in_smaller_letters(folder):
    def change(made):
        title = next(s for s in made.slide_layouts[1].placeholders if not s.placeholder_format.idx)
        title.left, title.top, title.width, title.height = map(Inches, (0.6, 0.62, 6, 0.94))

    def size(content):
        title = Presentation(BytesIO(content)).slides[1].shapes.title
        return title.text_frame.paragraphs[0].runs[0].font.size

    own_deck(folder, change)
    assert size(deck(case("sample"), folder)) < size(deck(case("sample")))


def test_ones_own_report_template_gives_its_styles_paper_and_letterhead(folder):
    def change(made):
        made.styles["Heading 1"].font.size = Pt(30)
        made.sections[0].page_width, made.sections[0].page_height = Cm(21.59), Cm(33)
        made.sections[0].header.paragraphs[0].text = "PEMERINTAH KABUPATEN REKAAN"
        made.add_paragraph("Contoh isi templat")

    own_report(folder, change)
    made = Document(BytesIO(report(case("sample"), folder)))
    assert made.styles["Heading 1"].font.size == Pt(30)
    first = made.sections[0]
    assert (round(first.page_width.cm, 1), round(first.page_height.cm, 1)) == (21.6, 33.0)
    wide = made.sections[2]
    assert (round(wide.page_width.cm, 1), round(wide.page_height.cm, 1)) == (33.0, 21.6)
    head, below = (paragraph.text for paragraph in first.header.paragraphs)
    assert head == "PEMERINTAH KABUPATEN REKAAN"
    assert below.startswith("CONTOH")
    assert "Contoh isi templat" not in [paragraph.text for paragraph in made.paragraphs]


def four_to_three(made):
    made.slide_width, made.slide_height = Emu(9144000), Emu(6858000)


def one_unit_wider(made):
    made.slide_width = Emu(made.slide_width + 1)


def without_footer(made):
    for shape in list(made.slide_layouts[1].placeholders):
        if "Footer" in shape.name:
            shape._element.getparent().remove(shape._element)


def with_low_title(made):
    title = next(s for s in made.slide_layouts[1].placeholders if not s.placeholder_format.idx)
    title.left, title.top, title.width, title.height = map(Inches, (1, 1.5, 9, 0.9))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (four_to_three, "16:9"),
        (one_unit_wider, "16:9"),
        (without_footer, "tata letak kedua (isi) tidak memiliki kaki halaman"),
        (with_low_title, "harus berakhir 4,1 cm dari tepi atas"),
        (lambda made: made.slides.add_slide(made.slide_layouts[0]), "harus kosong"),
        (lambda made: made.slide_layouts.remove(made.slide_layouts[1]), "dua tata letak"),
    ],
)
def test_an_unfit_deck_template_is_refused_with_what_to_do(folder, change, why):
    own_deck(folder, change)
    with pytest.raises(Unfit) as refusal:
        deck(case("empty"), folder)
    assert why in str(refusal.value)
    assert "Hapus templat/rapat.pptx" in str(refusal.value)


def test_a_report_template_without_a_style_is_refused_by_its_name(folder):
    def change(made):
        style = made.styles[styles.TO_FILL]
        style.element.getparent().remove(style.element)

    own_report(folder, change)
    with pytest.raises(Unfit, match=r"gaya berikut tidak ada di dalamnya: Isian\."):
        report(case("empty"), folder)


@pytest.mark.parametrize("content", [b"", b"bukan berkas Office", b"PK\x03\x04rusak"])
@pytest.mark.parametrize(("name", "make"), [("rapat.pptx", deck), ("laporan.docx", report)])
def test_a_broken_template_is_refused_and_not_passed_over(folder, name, make, content):
    (folder / FOLDER / name).write_bytes(content)
    with pytest.raises(Unfit, match=f"Templat {name} tidak dapat dipakai: berkasnya bukan"):
        make(case("empty"), folder)


@pytest.mark.parametrize(("name", "other"), [("rapat.pptx", report), ("laporan.docx", deck)])
def test_one_broken_template_leaves_the_other_product_alone(folder, name, other):
    (folder / FOLDER / name).write_bytes(b"rusak")
    assert other(case("empty"), folder)


# The letterhead


def heads(document):
    return [paragraph.text for paragraph in document.sections[0].first_page_header.paragraphs]


def test_the_shipped_letterhead_names_the_government_and_leaves_the_agency_to_a_person():
    government, agency = heads(Document(BytesIO(report(case("sample")))))
    assert government == case("sample").plan.government
    assert agency.startswith("[Diisi: nama dan alamat perangkat daerah")


def test_the_letterhead_stands_on_the_first_page_alone():
    first, *others = Document(BytesIO(report(case("sample")))).sections
    assert first.different_first_page_header_footer
    assert len(others) > 3
    assert not any(section.different_first_page_header_footer for section in others)
    assert "halaman" in first.first_page_footer.paragraphs[0].text
    assert "halaman" in first.footer.paragraphs[0].text


def test_ones_own_letterhead_stays_and_may_name_what_the_document_says(folder):
    def change(made):
        head = made.sections[0].first_page_header.paragraphs
        # Word cuts what one typed into runs as it likes.
        head[0].runs[0].text = "{Pemerintah "
        head[0].add_run("Daerah}, {Periode}")
        head[1].text = "DINAS REKAAN, Jalan Rekaan 1"

    own_report(folder, change)
    sample = case("sample")
    shown = heads(Document(BytesIO(report(sample, folder))))
    period = sample.plan.document["Periode"]
    assert shown == [f"{sample.plan.government}, {period}", "DINAS REKAAN, Jalan Rekaan 1"]


def test_a_letterhead_for_every_page_keeps_its_lines_above_ours(folder):
    def change(made):
        made.sections[0].different_first_page_header_footer = False
        made.sections[0].header.paragraphs[0].text = "{Pemerintah Daerah}"

    own_report(folder, change)
    [section, *_] = Document(BytesIO(report(case("empty"), folder))).sections
    first, _ = (paragraph.text for paragraph in section.header.paragraphs)
    assert first == case("empty").plan.government
