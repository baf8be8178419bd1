"""Bahan Rapat and the pages around versions, through the frame."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from lib.briefing.deck import theme
from lib.briefing.templates import FOLDER
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.store import Store
from lib.ui.words.briefing_words import LEFT_OUT
from tests.ui.drawn import slides

SAMPLE = "banjarnegara-pengaduan-2023-2024-contoh"


def words(app) -> str:
    elements = [*app.title, *app.markdown, *app.caption, *app.header, *app.info]
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def test_each_slide_headline_is_previewed(open_page, state):
    app = open_page("bahan-rapat", sample=state == "sample")
    assert not app.exception
    labels = [button.label for button in app.get("download_button")]
    assert labels[:1] == ["Unduh PPTX"]
    assert {"Unduh laporan Word", "Unduh salinan luring"} <= set(labels)
    given = slides(app)
    assert len(given["slides"]) > 8
    for number, slide in enumerate(given["slides"], 1):
        assert slide["caption"].startswith(f"{number}. ")
        assert slide["svg"].startswith("<svg ")
        assert slide["name"].startswith(f"salindia-{number:02}-")
    assert given["archive"].startswith("CONTOH_" if state == "sample" else "rencana_aksi_")


def test_a_template_that_cannot_be_drawn_whole_is_said_on_the_page(open_page, tmp_path):
    made = Presentation(str(theme.TEMPLATE))
    slide = made.slides.add_slide(made.slide_layouts[0])
    star = slide.shapes.add_shape(MSO_SHAPE.STAR_5_POINT, *map(Inches, (0.1, 0.1, 0.4, 0.4)))
    made.slide_layouts[0].shapes._spTree.append(star._element)
    [entry] = made.slides._sldIdLst
    made.part.drop_rel(entry.rId)
    made.slides._sldIdLst.remove(entry)
    folder = tmp_path / "sample" / FOLDER
    folder.mkdir(parents=True)
    made.save(str(folder / "rapat.pptx"))
    app = open_page("bahan-rapat", sample=True)
    assert LEFT_OUT in words(app)


def test_the_message_is_for_leadership_or_for_one_agency(open_page):
    app = open_page("bahan-rapat", sample=True)
    assert "CONTOH" in app.code[0].value
    assert app.link_button[0].proto.url.startswith("https://wa.me/?text=")
    audience = next(box for box in app.selectbox if box.label == "Teks WhatsApp")
    audience.select("Pengingat untuk INSPEKTORAT").run()
    assert not app.exception
    assert "INSPEKTORAT" in app.code[0].value


@pytest.mark.parametrize("audience", [None, "Pengingat untuk INSPEKTORAT"])
def test_the_link_in_a_message_names_the_plan_and_an_old_version(open_page, audience):
    old = "banjarnegara-pengaduan-2023-2024"
    app = open_page("bahan-rapat", state="big", rencana=old, posisi="2024-TW2")
    if audience:
        next(box for box in app.selectbox if box.label == "Teks WhatsApp").select(audience).run()
    assert asked(app.code[0].value).items() >= {"rencana": old, "posisi": "2024-TW2"}.items()
    older = open_page("bahan-rapat", sample=True, versi="2")
    assert asked(older.code[0].value)["versi"] == "2"


def asked(message: str) -> dict[str, str]:
    """What the address in a message asks for."""
    [address] = [word for word in message.split() if "/?" in word or "/perangkat-daerah?" in word]
    return dict(parse_qsl(urlsplit(address).query))


def test_a_version_is_found_by_its_number_and_by_its_printed_code(open_page, tmp_path):
    by_number = open_page(sample=True, versi="2")
    library = Library(Store.open(f"sqlite:///{tmp_path / 'sample' / 'rencana.sqlite'}"))
    code = library.log(LOCAL_ADMIN, SAMPLE)[-2].code
    by_code = open_page(sample=True, versi=code)
    for app in (by_number, by_code):
        assert not app.exception
        assert "data versi 2" in words(app)


def test_comparing_two_versions_says_what_moved(open_page):
    app = open_page(sample=True, banding="2")
    assert not app.exception
    assert "Sejak versi 2" in words(app)
    assert any("sebelumnya" in metric.delta for metric in app.metric)


def test_what_moved_leads_to_the_cards(open_page):
    app = open_page(sample=True, banding="2")
    moved = next(table.value for table in app.table if "Realisasi" in table.value)
    assert len(moved) > 0
    for link in moved["No"]:
        assert "](</kegiatan?" in link
        assert "kode=" in link


def test_history_lists_every_version_and_shows_the_changes_of_one(open_page):
    app = open_page("riwayat", sample=True)
    assert not app.exception
    assert app.dataframe[0].value["Versi"].tolist() == [5, 4, 3, 2, 1]
