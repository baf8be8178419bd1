"""The pages and their addresses: who is offered what, and that every link sent stays good."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.installation import ROOT
from lib.plan.text.mentions import ACTIVITY, INDICATOR
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.ui.viewer import leads, navigation
from lib.ui.words import text
from tests.factory import decree_plan

READER = Actor("pengamat", "Pengamat", Role.VIEWER)
OPERATOR = Actor("opd", "Staf OPD", Role.OPERATOR, "INSPEKTORAT")
EVERYBODY = [VISITOR, READER, OPERATOR, LOCAL_ADMIN]


def words(app) -> str:
    elements = [*app.title, *app.markdown, *app.caption, *app.header, *app.info, *app.warning]
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def test_every_page_of_the_folder_has_an_address():
    for file in (ROOT / "pages").glob("*.py"):
        source = (ROOT / "lib/ui/viewer/navigation.py").read_text(encoding="utf-8")
        assert file.name in source, f"{file.name} leads nowhere"


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda actor: actor.role)
@pytest.mark.parametrize("page", ["", "linimasa", "lampiran", "riwayat", "bahan-rapat", "unggah"])
def test_whoever_may_look_reaches_every_page_by_its_address(open_page, page, actor):
    app = open_page(page, sample=True, actor=actor)
    assert not app.exception
    assert app.title


@pytest.mark.parametrize("actor", [VISITOR, READER, OPERATOR], ids=lambda actor: actor.role)
def test_a_new_plan_is_offered_to_none_but_an_admin(open_page, actor):
    labels = {link.proto.label for link in open_page("unggah", actor=actor).get("page_link")}
    mine = {link.proto.label for link in open_page("unggah", fresh=False).get("page_link")}
    assert mine - labels, "an admin is offered more"
    assert not any("Rencana baru" in label or "naskah" in label for label in labels)


@pytest.mark.parametrize(
    ("page", "key"),
    [("kegiatan", "kode"), ("kartu-indikator", "no")],
    ids=["kegiatan", "indikator"],
)
def test_a_card_without_a_row_says_what_to_do_and_ends_there(open_page, page, key):
    for address in ({}, {key: "Z.9.z"}, {key: "<script>"}):
        app = open_page(page, sample=True, fresh=not address, **address)
        assert not app.exception
        assert not app.metric
        assert "Tautan ini tidak menyebut" in words(app) or "tidak memuat" in words(app)


def test_every_kegiatan_and_indicator_of_the_plan_has_a_card_that_opens(open_page):
    plan = decree_plan()
    codes = plan.program["kode"][plan.program["tingkat"] == "Kegiatan"]
    for first, code in enumerate(codes):
        app = open_page(leads.PATHS[ACTIVITY], sample=True, fresh=not first, kode=code)
        assert not app.exception
        assert code in words(app)
    for no in plan.indicators["no"].head(3):
        app = open_page(leads.PATHS[INDICATOR], sample=True, fresh=False, no=no)
        assert not app.exception
        assert no in words(app)


def test_titles_are_short_enough_for_one_row_of_a_small_laptop():
    titles = [text.SUMMARY, text.TIMELINE, text.AGENCIES, text.INDICATORS, text.ANNEX]
    assert len(set(titles)) == len(titles)
    assert sum(map(len, titles)) < 60


def test_the_pages_stand_beside_the_app_and_not_beside_the_frame():
    folder = Path(ROOT / "lib/ui" / navigation.UPLOAD_PAGE).resolve()
    assert folder.parent == ROOT / "pages"


@pytest.mark.parametrize("page", ["akun", "rencana-baru"])
@pytest.mark.parametrize("actor", [VISITOR, READER, OPERATOR], ids=lambda actor: actor.role)
def test_a_page_for_admins_alone_shows_others_nothing_by_its_address_either(open_page, page, actor):
    app = open_page(page, sample=True, actor=actor)
    assert not [*app.text_input, *app.text_area, *app.dataframe]
    assert not app.get("file_uploader")


def test_a_link_to_a_card_keeps_how_its_reader_looks_and_shows_words_as_they_are(open_page):
    app = open_page("lampiran", sample=True, tahun="2024", pihak="DINKOMINFO")
    cells = "\n".join(map(str, app.table[0].value.to_numpy().ravel()))
    assert "/kegiatan?" in cells
    assert "tahun=2024" in cells
    assert "pihak=DINKOMINFO" in cells
