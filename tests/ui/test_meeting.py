"""Meeting mode: walked with its buttons, on the same data and filters, and left again."""

from __future__ import annotations

import io
from urllib.parse import parse_qsl, urlsplit

import pytest
import segno

from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.ui.viewer import meeting
from lib.ui.words import text
from tests.briefing.cases import reported_big_plan
from tests.ui.drawn import charts

WALK = {
    "ringkasan": "Ringkasan",
    "linimasa": "Linimasa",
    "perangkat-daerah": "Perangkat Daerah",
    "indikator": "Indikator",
    "lampiran": "Lampiran",
}
"""Titles by address, in the order in which a meeting walks them."""


def press(app, label: str):
    return next(button for button in app.button if button.label == label).click().run()


def footer(app) -> str:
    return next(str(each.value) for each in app.caption if "data versi" in str(each.value))


@pytest.mark.parametrize(
    ("page", "title"),
    [("", "Ringkasan"), ("linimasa", "Linimasa"), ("indikator", "Indikator")],
)
def test_the_foot_names_page_and_data(open_page, page, title):
    app = open_page(page, sample=True, rapat="1")
    assert footer(app).startswith(f"**{title}**")
    assert "data versi 5" in footer(app).replace("\\", "")


def test_the_button_goes_over_and_the_other_one_leaves(open_page):
    app = press(open_page(sample=True), text.MEETING)
    assert app.query_params[meeting.FLAG] == "1"
    assert "pihak" not in [one.key for one in app.selectbox]
    app = press(app, text.LEAVE_MEETING)
    assert meeting.FLAG not in app.query_params
    assert app.selectbox(key="pihak")


def test_only_one_stands_for_meeting_mode(open_page):
    assert open_page(sample=True, rapat="ya").selectbox


@pytest.mark.parametrize("at", range(len(WALK)), ids=list(WALK))
def test_the_walk_visits_every_page_and_comes_round_with_its_filter(open_page, at):
    addresses, titles = list(WALK), list(WALK.values())
    for label, step in ((text.NEXT, 1), (text.PREVIOUS, -1)):
        here = addresses[at] if at else ""
        app = press(open_page(here, sample=True, rapat="1", tahun="2024"), label)
        assert not app.exception
        beside = titles[(at + step) % len(titles)]
        assert footer(app).startswith(f"**{beside}**")
        assert app.query_params["tahun"] == "2024"


@pytest.mark.parametrize("page", ["", "linimasa", "perangkat-daerah", "indikator"])
def test_a_meeting_sees_the_same_figures_as_the_desk(open_page, page):
    desk = charts(open_page(page, sample=True))
    room = charts(open_page(page, sample=True, fresh=False, rapat="1"))
    assert [chart["alt"] for chart in room] == [chart["alt"] for chart in desk][: len(room)]
    assert room


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "10 dari 48 kegiatan yang paling perlu perhatian"),
        ("linimasa", "12 dari 60 kegiatan yang paling perlu perhatian"),
        ("perangkat-daerah", "5 dari 12 perangkat daerah yang paling perlu perhatian"),
    ],
)
def test_a_plan_too_long_for_the_room_shows_its_most_pressing_rows_and_says_so(
    open_page, page, words
):
    address = {"state": "big", "posisi": "2026-TW2"}
    room, *_ = charts(open_page(page, rapat="1", **address))
    desk, *_ = charts(open_page(page, fresh=False, **address))
    written = " ".join(note["text"] for note in room["figure"]["layout"]["annotations"])
    assert words in written.replace("<br>", " ")
    assert room["alt"].rpartition(". ")[2] == desk["alt"].rpartition(". ")[2]
    assert len(shown_keys(room)) < len(shown_keys(desk))


def shown_keys(chart) -> set[str]:
    """What the bars of a chart lead to."""
    return {lead for trace in chart["figure"]["data"] for lead in trace.get("meta") or ()}


def test_the_rows_of_a_full_room_are_those_of_the_attention_list(open_page):
    app = open_page(state="big", posisi="2026-TW2", rapat="1")
    [board, *_] = charts(app)
    kept = {lead.removeprefix("kode=") for lead in shown_keys(board)}
    standing = Standing(reported_big_plan(), Position(2026, 2))
    pressing = dict.fromkeys(item.no for item in standing.delayed if item.year == 2026)
    assert kept == set(list(pressing)[:10])


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("", {"pihak": "INSPEKTORAT"}),
        ("linimasa", {"posisi": "2024-TW3", "tahun": "2024"}),
        ("kegiatan", {"kode": "II.1.a"}),
        ("kartu-indikator", {"no": "1.a", "posisi": "2024-TW2"}),
    ],
)
def test_the_qr_code_leads_to_what_the_room_sees(open_page, monkeypatch, page, asked):
    coded = []
    picture = meeting.qr_code("http://contoh")
    monkeypatch.setattr(meeting, "qr_code", lambda address: coded.append(address) or picture)
    open_page(page, sample=True, rapat="1", **asked)
    [address] = map(urlsplit, coded)
    assert address.path.strip("/") == page
    assert asked.items() <= dict(parse_qsl(address.query)).items()


def test_the_qr_code_is_of_the_address_and_no_other():
    picture = meeting.qr_code("https://dasbor.contoh.id/?rapat=1")
    expected = io.BytesIO()
    segno.make("https://dasbor.contoh.id/?rapat=1", error="m").save(
        expected, kind="png", scale=8, border=2
    )
    assert picture == expected.getvalue()
    assert picture != meeting.qr_code("https://dasbor.contoh.id/")
