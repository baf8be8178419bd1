"""Every page of plans at the ends of what a decree may look like."""

import re

import pytest

from lib.service import changing, plan_choice
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import open_library
from lib.workbook.writing import writer
from tests.shapes import SHAPES, middle, silent

PANTAU = ("", "linimasa", "perangkat-daerah", "indikator", "lampiran")
PAGES = (*PANTAU, "unggah", "riwayat", "bahan-rapat", "akun")
_MACHINE_WORDS = re.compile(r"\b(nan|None|NaT|inf)\b|<NA>")


@pytest.fixture(scope="module")
def shelves(tmp_path_factory):
    """A store with every shape of plan, reported and not."""
    folder = tmp_path_factory.mktemp("shelves")
    library = open_library(folder / "shapes")
    for plan in SHAPES.values():
        for version in (silent(plan), plan):
            made = changing.check(
                library,
                LOCAL_ADMIN,
                writer.write(version),
                "rencana.xlsx",
                meant=version.stamp.plan_id or "",
            )
            assert made.accepted, made.findings
            changing.apply(library, LOCAL_ADMIN, made, yes=made.questions)
    plan_choice.make_default(library, LOCAL_ADMIN, SHAPES["deep"].stamp.plan_id)
    library.store.close()
    return folder


@pytest.fixture
def stores(shelves):
    return shelves


def words(app) -> str:
    kinds = (app.title, app.markdown, app.caption, app.subheader, app.info, app.warning, app.code)
    told = [str(element.value) for kind in kinds for element in kind]
    told += [f"{metric.label} {metric.value} {metric.delta}" for metric in app.metric]
    return "\n".join(told)


@pytest.mark.parametrize("versi", ["1", "2"])
@pytest.mark.parametrize("name", SHAPES)
def test_every_page_stands_for_any_shape_of_plan(open_page, name: str, versi: str) -> None:
    plan = SHAPES[name]
    address = {
        "rencana": plan.stamp.plan_id,
        "versi": versi,
        "posisi": middle(plan).code,
    }
    for page in PAGES:
        app = open_page(page, state="shapes", **address)
        assert not app.exception, page
        assert not _MACHINE_WORDS.search(words(app)), (page, _MACHINE_WORDS.search(words(app)))
    for page in PANTAU:
        assert not open_page(page, state="shapes", fresh=False, rapat="1", **address).exception


@pytest.mark.parametrize("name", SHAPES)
def test_filters_and_cards_stand_for_any_shape_of_plan(open_page, name: str) -> None:
    plan = SHAPES[name]
    address = {"rencana": plan.stamp.plan_id, "posisi": middle(plan).code}
    narrowed = {"tahun": str(plan.years[-1]), "pihak": plan.agencies[0]}
    narrowed |= {"kp": next(iter(plan.groups))} if plan.groups else {}
    for page in PANTAU:
        app = open_page(page, state="shapes", **address, **narrowed)
        assert not app.exception, page
    cards = [("kegiatan", "kode", code) for code in plan.activities["kode"].tolist()[:2]]
    cards += [("kartu-indikator", "no", plan.indicators["no"].iloc[0])]
    for page, parameter, value in cards:
        app = open_page(page, state="shapes", fresh=False, **address, **{parameter: value})
        assert not app.exception, page
        assert not _MACHINE_WORDS.search(words(app))
