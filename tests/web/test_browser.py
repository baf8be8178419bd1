"""In a real browser: the way in, the content policy on every page, and texts that stay texts."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from lib.plan.change.difference import differences
from lib.plan.plan import Stamp
from lib.plan.record import packed
from lib.service.access.sessions import COOKIE
from lib.service.actor import LOCAL_ADMIN
from lib.service.library import Library
from lib.service.startup import FILE
from lib.store.records import NewVersion, Origin, Upload
from lib.store.store import Store
from lib.workbook.writing import writer
from tests.browser import Server, Tab, settle
from tests.web.conftest import House
from tests.web.hostile_texts import HOSTILE, hostile_plan
from tests.web.people import ADMIN, PASSWORD, reception_of, settle_in

PAGES = [
    "/",
    "/linimasa",
    "/perangkat-daerah",
    "/indikator",
    "/lampiran",
    "/unggah",
    "/riwayat",
    "/akun",
    "/?rapat=1",
]
_LISTEN = """window.broken = [];
document.addEventListener('securitypolicyviolation', (event) => window.broken.push(
    [event.violatedDirective, event.blockedURI, event.sourceFile].join(' ')));"""
_FOREIGN = """() => [...document.querySelectorAll('[src], [href], [action], [data]')]
    .flatMap((e) => ['src', 'href', 'action', 'data', 'xlink:href'].map((a) => e.getAttribute(a)))
    .filter((a) => a && (/^\\s*(javascript|data:text)/i.test(a)))"""


def as_admin(house: House, tab: Tab) -> Tab:
    """Give a tab the admin's cookie, and listen for what the policy forbids."""
    cookie = {"name": COOKIE, "value": house.tokens[ADMIN], "url": house.server.url}
    tab.page.context.add_cookies([cookie])
    tab.page.add_init_script(_LISTEN)
    return tab


def put_in(tab: Tab, content: bytes, name: str) -> None:
    """Upload a file on the page Unggah, and wait for what it says."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    tab.page.locator("input[type=file]").set_input_files([file])
    tab.page.get_by_role("heading", name="Hasil pemeriksaan").wait_for()
    settle(tab.page)


def test_signing_in_and_out_by_hand(house: House, tab: Tab) -> None:
    page = tab.page
    tab.open(house.server.url)
    page.get_by_text("Akun", exact=True).click()
    page.get_by_role("menuitem", name="Masuk").click()
    page.wait_for_url("**/masuk")
    page.get_by_label("Nama pengguna").fill(ADMIN.name)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(house.server.url + "/")
    settle(page)
    page.reload()
    settle(page)
    page.get_by_text(ADMIN.name, exact=True).click()
    page.get_by_role("menuitem", name="Keluar").click()
    page.wait_for_url("**/keluar")
    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url(house.server.url + "/")
    settle(page)
    assert page.get_by_text("Akun", exact=True).count() == 1
    assert tab.complaints == []
    assert tab.strangers == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_the_policy(house: House, path: str, tab: Tab) -> None:
    as_admin(house, tab).open(house.server.url + path)
    page = tab.page
    for button in page.get_by_text("Lihat tabel").all()[:1]:
        button.click()
        page.locator("[data-testid=stDataFrame] canvas").first.wait_for()
        page.keyboard.press("Escape")
    for camera in page.locator(".modebar-btn").all()[:1]:
        page.locator(".js-plotly-plot").first.hover()
        with page.expect_download() as picture:
            camera.click()
        assert picture.value.suggested_filename.endswith(".png")
    assert page.evaluate("window.broken") == []
    assert tab.complaints == []
    assert tab.strangers == []


def test_downloading_and_uploading_break_no_policy(house: House, tab: Tab, tmp_path: Path) -> None:
    as_admin(house, tab).open(house.server.url + "/unggah")
    with tab.page.expect_download() as download:
        tab.page.get_by_role("button", name="Unduh buku kerja").click()
    copy = tmp_path / "salinan.xlsx"
    download.value.save_as(copy)
    put_in(tab, copy.read_bytes(), "salinan.xlsx")
    assert tab.page.get_by_text("Tidak ada perubahan").count() == 1
    assert tab.page.evaluate("window.broken") == []
    assert tab.complaints == []


@pytest.mark.parametrize("address", ["/masuk", "/keluar", "/ganti-sandi"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forms_break_no_policy_and_use_the_apps_typeface(
    house: House, new_tab, address: str, scheme: str
) -> None:
    tab = as_admin(house, new_tab(color_scheme=scheme))
    if address == "/masuk":
        tab.page.context.clear_cookies()
    tab.page.goto(house.server.url + address)
    assert tab.page.evaluate("document.fonts.ready.then(() => document.fonts.size)") >= 1
    assert tab.page.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")
    background = tab.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(21, 28, 35)"}[scheme]
    assert tab.page.evaluate("window.broken") == []
    assert tab.complaints == []


# --- Texts that try to be more ---------------------------------------------------------------


def add_hostile_versions(server: Server) -> bytes:
    """Store two versions whose every text is hostile, and return a third as a workbook."""
    store = Store.open(f"sqlite:///{server.data / FILE}")
    [plan_record] = store.plans()
    library = Library(store)
    first = before = library.snapshot(LOCAL_ADMIN, plan_record.id).plan
    for turn in (0, 1):
        after = hostile_plan(first, turn)
        new = NewVersion(
            plan_record.id,
            packed(after),
            author=HOSTILE[turn],
            time=datetime.now(UTC),
            kind=Origin.UPLOAD,
            note=HOSTILE[9 + turn],
            changes=differences(before, after),
            upload=Upload(HOSTILE[0], b""),
        )
        store.append(store.head(plan_record.id), new)
        before = after
    stamp = Stamp(plan_record.id, store.head(plan_record.id), "")
    third = replace(hostile_plan(first, 0), program=before.program, document=before.document)
    store.close()
    return writer.write(replace(third, stamp=stamp))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory):
    """A house whose plan is full of hostile texts, and a workbook with others."""
    from tests.browser import serving

    with serving(tmp_path_factory.mktemp("hostile"), sample=True) as server:
        identity = reception_of(server)
        house = House(server, identity, settle_in(identity))
        yield house, add_hostile_versions(server)


def assert_inert(tab: Tab) -> None:
    """Nothing ran, nothing was loaded, nothing broke, and the page is still there."""
    assert tab.page.evaluate("window.ran") is None
    assert tab.page.evaluate(_FOREIGN) == []
    assert tab.page.evaluate("window.broken") == []
    assert tab.strangers == []
    assert tab.complaints == []
    assert tab.page.get_by_text("terjadi gangguan").count() == 0
    assert tab.page.get_by_test_id("stApp").is_visible()


@pytest.mark.parametrize("version", [4, 5])
@pytest.mark.parametrize("path", [*PAGES[:5], "/?rapat=1"])
def test_hostile_texts_are_inert_on_every_page(hostile, tab: Tab, path: str, version) -> None:
    house, _ = hostile
    mark = "&" if "?" in path else "?"
    as_admin(house, tab).open(f"{house.server.url}{path}{mark}versi={version}")
    for chart in tab.page.locator(".js-plotly-plot").all():
        box = chart.bounding_box()
        assert box is not None
        for step in range(1, 8):
            tab.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] * step / 8)
    assert_inert(tab)


def test_hostile_texts_are_inert_in_the_history(hostile, tab: Tab) -> None:
    house, _ = hostile
    as_admin(house, tab).open(house.server.url + "/riwayat")
    assert_inert(tab)


def test_hostile_texts_are_inert_in_an_uploads_preview(hostile, tab: Tab) -> None:
    house, workbook = hostile
    as_admin(house, tab).open(house.server.url + "/unggah")
    put_in(tab, workbook, "![x](http:jahat.test) <b>.xlsx")
    assert_inert(tab)


def test_hostile_texts_go_back_to_excel_as_texts(hostile) -> None:
    house, _ = hostile
    store = Store.open(f"sqlite:///{house.server.data / FILE}")
    content = Library(store).download(LOCAL_ADMIN, store.plans()[0].id)
    store.close()
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    starts = [str(cell.value) for cell in cells if str(cell.value)[:1] in ("=", "+", "-", "@")]
    assert len([start for start in starts if start in HOSTILE]) > 20
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
