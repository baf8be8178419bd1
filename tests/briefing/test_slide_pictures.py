"""Pictures of the slides: what the file says, where it says it, as LibreOffice shows it."""

import shutil
import subprocess
from functools import cache
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageStat
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches, Pt

from lib.briefing.deck import theme
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.picture import word_lines
from lib.briefing.deck.picture.canvas import SvgCanvas
from lib.briefing.deck.picture.number_label import label
from lib.briefing.deck.picture.slide_picture import pictures
from lib.briefing.deck.picture.word_lines import Frame, Lettered, Piece
from lib.briefing.deck.presentation import deck
from lib.briefing.native.bar_series import COUNT, literal, percents
from lib.charts.palette import BRIGHT
from lib.typeface import fitting
from tests.briefing.cases import NAMES, case, compared
from tests.browser import launched

OFFICE, DRAWER = shutil.which("soffice"), shutil.which("pdftoppm")
SVG = "{http://www.w3.org/2000/svg}"
SOME = (0, 1, 2, 3, 4, 7, 8, 9)


@cache
def content(name):
    return deck(compared(name))


@cache
def shown(name):
    return pictures(content(name))


def root(picture):
    return ElementTree.fromstring(picture.svg)


def words_of(picture):
    return "".join("".join(root(picture).itertext()).split())


def texts(slide):
    """Yield what stands in a slide's shapes and cells, paragraph by paragraph."""
    for shape in slide.shapes:
        frames = [shape.text_frame] if shape.has_text_frame else []
        if shape.has_table:
            frames += [cell.text_frame for row in shape.table.rows for cell in row.cells]
        for frame in frames:
            yield from (paragraph.text for paragraph in frame.paragraphs)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_slide_stands_in_its_picture(name):
    slides = Presentation(BytesIO(content(name))).slides
    assert len(shown(name)) == len(slides)
    for slide, picture in zip(slides, shown(name), strict=True):
        written = words_of(picture)
        for text in texts(slide):
            assert "".join(text.split()).replace("‹#›", "") in written
        assert picture.headline == slide.shapes.title.text
        assert picture.left_out == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_sixteen_to_nine_and_nothing_leaves_it(name):
    for picture in shown(name):
        assert root(picture).get("viewBox") == "0 0 960 540"
        for text in root(picture).iter(f"{SVG}text"):
            assert 0 <= float(text.get("x")) <= 960
            assert 0 <= float(text.get("y")) <= 540


def test_bars_are_as_long_as_their_values():
    slide = next(p for p in shown("sample") if p.section.startswith("Per perangkat daerah"))
    standing = case("sample").standing
    [window] = list(root(slide).iter(f"{SVG}g"))
    drawn = [(float(bar.get("y")), float(bar.get("width"))) for bar in window]
    rows = [sum(w for at, w in drawn if at == y) for y in sorted({y for y, _ in drawn})]
    counts = [sum(part.sums.counts.values()) for part in standing.agencies]
    plot = root(slide).find(f".//{SVG}clipPath/{SVG}rect")
    assert rows[0] == pytest.approx(float(plot.get("width")), abs=0.1)
    assert rows == pytest.approx([rows[0] * count / counts[0] for count in counts], abs=0.1)
    first = sorted(w for y, w in drawn if y == min(y for y, _ in drawn))
    most = [count for count in standing.agencies[0].sums.counts.values() if count]
    assert first == pytest.approx([rows[0] * n / counts[0] for n in sorted(most)], abs=0.1)


def test_the_curve_goes_through_its_values_and_ends_where_they_end():
    slide = next(p for p in shown("sample") if p.section == "Linimasa")
    dots = list(root(slide).iter(f"{SVG}circle"))
    curve = case("sample").standing.curve
    actual = [v for v in curve["realisasi"] if v == v]
    heights = [float(dot.get("cy")) for dot in dots if dot.get("fill") == BRIGHT.accent]
    assert len(heights) == len(actual)
    unit = (heights[0] - heights[-1]) / (actual[-1] - actual[0])
    assert [heights[0] - h for h in heights] == pytest.approx(
        [(value - actual[0]) * unit for value in actual], abs=0.05
    )


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        (literal("– Belum ada data"), 100, "– Belum ada data"),
        (literal('kata "dua"; tiga'), 1, "kata ''dua''; tiga"),
        (percents(40.0, "!"), 40.0, "! 40%"),
        (percents(69.7, "✓"), 69.7, "✓ 69,7%"),
        (percents(50.04), 50.04, "50%"),
        (COUNT, 3, "3"),
        (COUNT, 0, ""),
        ('0"%"', 75.0, "75%"),
    ],
)
def test_a_label_shows_its_value_as_office_does(form, value, text):
    assert label(form, value) == text


# Words


def broken(text, room, size=12.0, bold=False):
    piece = Piece(text, size, bold, "#000000")
    found = word_lines.broken(Lettered((piece,)), room)
    return ["".join(one.text for one in line) for line in found]


def test_words_break_where_the_deck_counted_that_they_break():
    text = "Penyelenggaraan koordinasi dan sinkronisasi pengelolaan pengaduan\npelayanan publik"
    for room in (60, 150, 320, 900):
        # The deck keeps a fiftieth in reserve.
        assert broken(text, room / fitting.SPARE) == fitting.lines(text, room, 12)


def test_what_no_blank_parts_stays_on_one_line_and_blanks_inside_are_kept():
    assert broken("■\u00a0Selesai   ▨\u00a0Belum", 60) == ["■\u00a0Selesai", "▨\u00a0Belum"]
    assert broken("a   b", 900) == ["a   b"]
    assert broken("", 100) == [""]


def test_a_word_in_two_looks_is_not_broken_between_them():
    pieces = (Piece("Nama ini", 12, True, "#000"), Piece(": isi kata", 12, False, "#000"))
    lines = [
        "".join(piece.text for piece in line) for line in word_lines.broken(Lettered(pieces), 62)
    ]
    assert lines == ["Nama ini:", "isi kata"]


@pytest.mark.parametrize(("anchor", "y"), [("t", 11.04), ("ctr", 54.146), ("b", 97.252)])
def test_words_lie_in_their_frame_as_it_asks(anchor, y):
    canvas = SvgCanvas(200, 100, "Arial")
    paragraph = Lettered((Piece("kata", 12, False, "#000"),))
    word_lines.draw(canvas, Frame(0, 0, 200, 100, anchor), [paragraph])
    [text] = ElementTree.fromstring(canvas.markup()).iter(f"{SVG}text")
    assert float(text.get("y")) == pytest.approx(y, abs=0.01)


def test_text_of_a_workbook_stays_text():
    stage = Stage(theme.stage(), case("empty"))
    hostile = '</text><script>alert(1)</script>&amp;"<b> onload='
    stage.slide("Uji", hostile, [hostile])
    buffer = BytesIO()
    stage.deck.save(buffer)
    [picture] = pictures(buffer.getvalue())
    tags = {node.tag.removeprefix(SVG) for node in root(picture).iter()}
    assert tags <= {"svg", "defs", "style", "rect", "text", "tspan"}
    assert "".join(hostile.split()) in words_of(picture)


# A regency's own template


@pytest.fixture
def own(tmp_path):
    def make(change):
        made = Presentation(str(theme.TEMPLATE))
        change(made.slide_layouts[1], made)
        (tmp_path / "templat").mkdir()
        made.save(str(tmp_path / "templat" / "rapat.pptx"))
        return pictures(deck(case("empty"), tmp_path))[1]

    return make


def shapes_of(made):
    """Borrow shapes from a slide: layouts have no way of their own to get one."""
    slide = made.slides.add_slide(made.slide_layouts[0])
    return slide.shapes


def moved(layout, made, *shapes):
    for shape in shapes:
        layout.shapes._spTree.append(shape._element)
    [entry] = made.slides._sldIdLst
    made.part.drop_rel(entry.rId)
    made.slides._sldIdLst.remove(entry)


def test_lines_panels_and_words_of_ones_own_template_are_drawn(own):
    def change(layout, made):
        shapes = shapes_of(made)
        round_one = shapes.add_shape(MSO_SHAPE.OVAL, *map(Inches, (0.1, 0.1, 0.4, 0.4)))
        round_one.fill.solid()
        round_one.fill.fore_color.rgb = RGBColor(0x12, 0x34, 0x56)
        line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (0, 7, 13, 7)))
        line.line.color.rgb = RGBColor(0x65, 0x43, 0x21)
        line.line.width = Pt(2)
        note = shapes.add_textbox(*map(Inches, (11, 0.05, 2, 0.2)))
        note.text_frame.text = "Kabupaten Rekaan"
        moved(layout, made, round_one, line, note)

    picture = own(change)
    fills = {node.get("fill") for node in root(picture).iter(f"{SVG}rect")}
    strokes = {node.get("stroke") for node in root(picture).iter(f"{SVG}line")}
    assert "#123456" in fills
    assert "#654321" in strokes
    assert "KabupatenRekaan" in words_of(picture)
    assert picture.left_out == 0


def test_what_cannot_be_drawn_is_counted(own):
    def change(layout, made):
        shapes = shapes_of(made)
        star = shapes.add_shape(MSO_SHAPE.STAR_5_POINT, *map(Inches, (0.1, 0.1, 0.4, 0.4)))
        star.fill.solid()
        moved(layout, made, star)

    assert own(change).left_out == 1


def test_the_background_and_the_typeface_are_the_templates(own):
    def change(layout, made):
        layout.background.fill.solid()
        layout.background.fill.fore_color.rgb = RGBColor(0xFA, 0xF0, 0xE6)
        [part] = [r.target_part for r in made.slide_master.part.rels.values()
                  if r.reltype.endswith("/theme")]  # fmt: skip
        part._blob = part.blob.replace(b'<a:minorFont><a:latin typeface="Arial"',
                                       b'<a:minorFont><a:latin typeface="Verdana"')  # fmt: skip

    picture = own(change)
    assert root(picture).get("font-family").startswith("'Verdana', 'Arial'")
    assert root(picture).find(f"{SVG}rect").get("fill") == "#FAF0E6"


# Beside LibreOffice


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    """The sample's slides as LibreOffice draws them, and as we do."""
    if OFFICE is None or DRAWER is None:
        pytest.skip("LibreOffice or pdftoppm, which make the other pictures, are not installed")
    folder = tmp_path_factory.mktemp("salindia")
    (folder / "rapat.pptx").write_bytes(content("sample"))
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    make = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*make, str(folder / "rapat.pptx")], check=True, capture_output=True, timeout=240
    )
    draw = [DRAWER, "-r", "36", "-png", str(folder / "rapat.pdf"), str(folder / "lain")]
    subprocess.run(draw, check=True, timeout=120)
    theirs = [Image.open(path).convert("RGB") for path in sorted(folder.glob("lain*.png"))]
    return theirs, _drawn([shown("sample")[at] for at in SOME])


def _drawn(some):
    with launched() as browser:
        page = browser.new_page(viewport={"width": 480, "height": 270})
        made = []
        for picture in some:
            page.set_content(
                f"<style>body{{margin:0}}svg{{width:480px;height:270px}}</style>{picture.svg}"
            )
            made.append(Image.open(BytesIO(page.screenshot())).convert("RGB"))
        return made


def apart(one, other):
    """Return how far two pictures lie apart on average, of 255, small shifts of letters aside."""
    small = [picture.resize((160, 90), Image.Resampling.BOX) for picture in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3


def test_our_pictures_look_as_libreoffices(beside):
    theirs, ours = beside
    for at, own in zip(SOME, ours, strict=True):
        distances = [apart(other, own) for other in theirs]
        assert distances[at] == min(distances), at
        # Letters lie a hair apart; other slides lie 11 to 44 apart.
        assert distances[at] < 8, at
