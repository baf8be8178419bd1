"""The report's charts: parts that Word and LibreOffice draw, each with the numbers it shows."""

import shutil
import subprocess
import zipfile
from functools import cache
from io import BytesIO
from string import ascii_uppercase

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from lib.briefing.native.bar_series import Ruler
from lib.briefing.native.capaian_bars import capaian
from lib.briefing.word import word_charts
from lib.briefing.word.report import report
from lib.charts.palette import BRIGHT
from lib.plan.figures.status import Status
from lib.plan.position import Position
from tests.briefing.cases import briefing, case
from tests.factory import make_plan, with_activity, with_indicator

OFFICE, DRAWER = shutil.which("soffice"), shutil.which("pdftoppm")
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@cache
def content(name):
    return report(case(name))


def charts(data):
    """Return chart part and embedded workbook of each drawing, in the text's order."""
    document = Document(BytesIO(data))
    found = []
    for node in document.element.body.iter(f"{CHART}chart"):
        part = document.part.related_parts[node.get(qn("r:id"))]
        space = etree.fromstring(part.blob)
        key = space.find(f"{CHART}externalData").get(qn("r:id"))
        book = openpyxl.load_workbook(BytesIO(part.related_parts[key].blob))
        found.append((space, book.active))
    return found


def cached(space):
    """Return what the chart shows: its series by name, blanks as None."""
    found = {}
    for series in space.iter(f"{CHART}ser"):
        values = series.find(f"{CHART}val")
        shown = [None] * int(values.find(f".//{CHART}ptCount").get("val"))
        for point in values.iter(f"{CHART}pt"):
            shown[int(point.get("idx"))] = float(point.find(f"{CHART}v").text)
        found[series.find(f"{CHART}tx").findtext(f".//{CHART}v")] = shown
    return found


def in_book(sheet):
    """Return what the embedded workbook holds, column by column."""
    head, *rows = list(sheet.iter_rows(values_only=True))
    named = [at for at, name in enumerate(head) if name]
    return {head[at]: [row[at] for row in rows] for at in named}


def rounded(series):
    """Round what two programs write with a digit more or less."""
    return {
        name: [None if value is None else round(value, 6) for value in values]
        for name, values in series.items()
    }


def words_of(space):
    return [node.text for node in space.iter(f"{CHART}v")]


@pytest.mark.parametrize("name", ["sample", "big"])
def test_the_workbook_behind_each_chart_holds_the_numbers_it_shows(name):
    found = charts(content(name))
    assert len(found) >= 3
    for space, sheet in found:
        assert rounded(cached(space)) == rounded(in_book(sheet))


def test_the_charts_say_what_the_standing_says():
    standing = case("sample").standing
    curve, groups, agencies, *indicators = map(
        cached, (space for space, _ in charts(content("sample")))
    )
    shown = [None if v != v else round(v, 2) for v in standing.curve["realisasi"]]
    assert curve["Realisasi"] == shown
    for drawn, parts in ((groups, standing.groups), (agencies, standing.agencies)):
        assert drawn[Status.DONE] == [part.sums.counts[Status.DONE] for part in parts]
    first, second = (rounded(drawn) for drawn in indicators)
    records = standing.all_indicators.to_dict("records")
    series = {one.name: list(one.values) for one in capaian(records, Ruler(1, 9))}
    drawn = {name: _values(first, name) + _values(second, name) for name in {**first, **second}}
    assert drawn == rounded(series)


def _values(chart, name):
    """A series of a chart, blank where the chart has none of it: one without steps."""
    return chart.get(name, [None] * len(chart["Capaian"]))


def test_the_years_of_an_indicator_stand_together_on_one_chart():
    *_, first, second = (words_of(space) for space, _ in charts(content("sample")))
    table = case("sample").standing.all_indicators
    for number in table["no"].unique():
        [named] = filter(
            None, ([word for word in words if word.startswith(number)] for words in (first, second))
        )
        assert {word[: len(number) + 7] for word in named} == {
            f"{number} · {year}" for year in table["tahun"].unique()
        }


def test_bars_of_one_length_say_the_same_on_every_piece_of_a_chart():
    *_, first, second = (space for space, _ in charts(content("sample")))
    ends = {space.find(f".//{CHART}valAx//{CHART}max").get("val") for space in (first, second)}
    longest = case("sample").standing.all_indicators["capaian"].max()
    assert ends == {str(longest)}


def test_one_year_of_indicators_is_drawn_under_their_names_alone():
    plan = with_indicator(make_plan((2025, 2026), 1, 3), "1.a", 2025, target=4.0, realisasi=3.0)
    *_, (space, _) = charts(report(briefing(plan, Position(2026, 1))))
    assert cached(space)["Capaian"][0] == 75.0
    assert not any(" · 2025" in word for word in words_of(space))


def test_rows_of_bars_are_named_and_stand_in_the_order_of_the_plan():
    standing = case("sample").standing
    _, _, (space, _), *_ = charts(content("sample"))
    assert [part.code for part in standing.agencies] == [
        word for word in words_of(space) if word in standing.plan.agencies
    ][: len(standing.agencies)]


def test_no_chart_is_drawn_of_reports_that_nobody_sent():
    assert charts(content("empty")) == []


def test_more_rows_than_one_chart_holds_flow_to_the_next():
    plan = make_plan((2026,), 1, 26, [f"DINAS {letter}" for letter in ascii_uppercase])
    plan = with_activity(plan, "I.1.a", 2026, realisasi_tw1=25.0)
    sizes = [
        len(next(iter(cached(space).values())))
        for space, _ in charts(report(briefing(plan, Position(2026, 1))))
    ]
    assert sizes[2:5] == [9, 9, 8]


def test_each_chart_is_described_and_numbered_in_its_caption():
    document = Document(BytesIO(content("sample")))
    captions = [p.text for p in document.paragraphs if p.text.startswith("Gambar ")]
    described = [node.get("descr") for node in document.element.body.iter(qn("wp:docPr"))]
    assert len(captions) == len(described) == 5
    for number, (caption, words) in enumerate(zip(captions, described, strict=True), 1):
        assert caption.startswith(f"Gambar {number}. ")
        assert caption.partition(". ")[2].rstrip(".") in words


def test_charts_are_lettered_as_the_text_is(tmp_path):
    (tmp_path / "templat").mkdir()
    own = Document(str(word_charts.__file__).replace("word_charts.py", "laporan.docx"))
    own.styles["Normal"].font.name = "Verdana"
    own.save(tmp_path / "templat" / "laporan.docx")
    for space, _ in charts(report(case("sample"), tmp_path)):
        faces = {node.get("typeface") for node in space.iter("{*}latin")}
        assert faces == {"Verdana"}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """What LibreOffice makes of the sample's report: a PDF, and its own format."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed here")
    folder = tmp_path_factory.mktemp("laporan")
    (folder / "laporan.docx").write_bytes(content("sample"))
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    for kind in ("pdf", "odt"):
        command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", folder]
        subprocess.run(
            [*map(str, command), str(folder / "laporan.docx")],
            check=True,
            capture_output=True,
            timeout=240,
        )
    return folder


def test_libreoffice_reads_the_charts_with_their_numbers(office):
    value = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value"
    with zipfile.ZipFile(office / "laporan.odt") as archive:
        pages = [
            etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.startswith("Object ") and name.endswith("content.xml")
        ]
    tables = [{float(cell.get(value)) for cell in page.iter() if cell.get(value)} for page in pages]
    wanted = [
        {value for values in cached(space).values() for value in values if value is not None}
        for space, _ in charts(content("sample"))
    ]
    assert len(tables) == len(wanted)
    for numbers in wanted:
        assert any(
            all(
                any(abs(one - other) < 0.01 for other in table if other == other) for one in numbers
            )
            for table in tables
        )


def test_libreoffice_draws_the_charts(office):
    if DRAWER is None:
        pytest.skip("pdftoppm, which turns PDF into pictures, is not installed here")
    command = [DRAWER, "-r", "40", "-png", str(office / "laporan.pdf"), str(office / "halaman")]
    subprocess.run(command, check=True, timeout=120)
    green = tuple(bytes.fromhex(BRIGHT.status[Status.DONE].fill.lstrip("#")))
    painted = [_share(path, green) for path in sorted(office.glob("halaman*.png"))]
    # Of text pages a sign in the key is green at most; groups and agencies share a page,
    # and indicators over the years take two.
    assert sum(share > 0.005 for share in painted) == 3


def _share(path, colour):
    picture = Image.open(path).convert("RGB")
    counts = {tuple(code): count for count, code in picture.getcolors(1 << 24)}
    return counts.get(colour, 0) / (picture.width * picture.height)
