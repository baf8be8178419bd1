"""Every Pantau page through the frame: empty, sample, filtered, and with an absurd address."""

import json

import pandas as pd
import pytest

from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.plan.text.mentions import ACTIVITY, AGENCY, lead, parted
from lib.ui import chart_element
from lib.ui.escape import address, markdown
from lib.ui.viewer import leads
from tests.factory import sample_plan
from tests.ui.drawn import charts

PAGES = ["", "linimasa", "perangkat-daerah", "indikator", "lampiran"]
CHARTED = PAGES[:-1]
ABSURD = {
    "tahun": "1999",
    "posisi": "2024-TW9",
    "kp": "<script>alert(1)</script>",
    "pihak": "DINAS TIDAK ADA",
    "versi": "abc",
    "rapat": "maybe",
}


def figures(app):
    return [chart["figure"] for chart in charts(app)]


def words(app) -> str:
    """Everything a person reads on the page outside the charts."""
    elements = [*app.title, *app.markdown, *app.caption, *app.header, *app.info]
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


@pytest.mark.parametrize("page", PAGES)
def test_page_shows_without_an_error(open_page, page, state):
    app = open_page(page, sample=state == "sample")
    assert not app.exception
    assert app.title[0].value


@pytest.mark.parametrize("page", CHARTED)
def test_every_chart_has_alt_text_a_headline_and_few_traces(open_page, page, state):
    app = open_page(page, sample=state == "sample")
    drawn = charts(app)
    assert drawn
    for chart in drawn:
        spec = chart["figure"]
        assert 0 < len(spec["data"]) <= 12
        assert len(chart["alt"]) > 40
        assert any("<b>" in note["text"] for note in spec["layout"]["annotations"])


@pytest.mark.parametrize("page", CHARTED)
def test_streamlits_own_element_draws_the_same_figures(open_page, page, monkeypatch):
    ours = figures(open_page(page, sample=True))
    monkeypatch.setenv("RENCANA_STREAMLIT_CHARTS", "1")
    app = open_page(page, sample=True, fresh=False)
    assert charts(app) == []
    theirs = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    assert [figure["data"] for figure in theirs] == [figure["data"] for figure in ours]
    marks = {
        lead for figure in theirs for trace in figure["data"] for lead in trace.get("meta", ())
    }
    cards = {key for name, key in map(parted, marks) if name in leads.PATHS}
    links = " ".join(each.value for each in app.markdown if each.value.startswith(":small["))
    assert all(f"[{markdown(key)}](</" in links for key in cards)
    assert cards or page == "perangkat-daerah"


def test_the_links_below_streamlits_own_chart_lead_to_rows_of_any_key():
    keys = ["II.1.a", "1 (b)", "3/A&B=C"]
    marks = [*(lead(ACTIVITY, key) for key in keys), lead(AGENCY, "DINKOMINFO"), ""]
    ways = chart_element._ways({"data": [{"meta": marks}, {"meta": None}, {}]})
    assert ways == " · ".join(leads.link(ACTIVITY, key, key) for key in keys)


@pytest.mark.parametrize("page", PAGES)
def test_an_absurd_address_shows_the_whole_plan(open_page, page):
    app = open_page(page, sample=True, **ABSURD)
    assert not app.exception
    assert "Disaring" not in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_filtered_page_says_so(open_page, page):
    app = open_page(page, sample=True, tahun="2024", pihak="INSPEKTORAT")
    assert not app.exception
    assert "Disaring: tahun 2024, INSPEKTORAT" in words(app)


@pytest.mark.parametrize("page", CHARTED)
def test_filters_that_leave_nothing_say_what_to_do(open_page, page):
    app = open_page(page, sample=True, kp="KP V", pihak="BAGIAN ORGANISASI")
    assert not app.exception
    assert any("Kosongkan salah satu saringan" in info.value for info in app.info)


@pytest.mark.parametrize("page", PAGES)
def test_sample_is_marked_on_every_page_and_the_real_plan_is_not(open_page, page, state):
    app = open_page(page, sample=state == "sample")
    assert ("CONTOH" in words(app)) == (state == "sample")


def test_first_screen_of_an_empty_plan_shows_the_plan_and_no_zero_percent(open_page):
    app = open_page()
    assert {metric.label: metric.value for metric in app.metric} == {
        "Kelompok program": "5",
        "Kegiatan": "10",
        "Kegiatan-tahun direncanakan": "17",
        "Perangkat daerah": "3",
        "Indikator": "11",
    }
    assert "8 pada 2023 dan 9 pada 2024" in [metric.delta for metric in app.metric]
    assert "Belum ada realisasi yang dilaporkan" in words(app)
    assert "0%" not in words(app)


def test_position_in_the_address_changes_the_figures(open_page):
    late = open_page(sample=True, posisi="2024-TW4")
    early = open_page(sample=True, posisi="2023-TW2")
    assert [metric.value for metric in late.metric] != [metric.value for metric in early.metric]
    assert "TW II 2023" in words(early)


def test_choosing_a_filter_narrows_the_page(open_page):
    app = open_page(sample=True)
    app.selectbox(key="pihak").select("INSPEKTORAT").run()
    assert "Disaring: INSPEKTORAT" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_meeting_mode_shows_no_filters_but_obeys_them(open_page, page):
    app = open_page(page, sample=True, rapat="1", tahun="2024")
    assert not app.exception
    assert not {"posisi", "tahun", "kp", "pihak"} & {one.key for one in app.selectbox}
    assert "Disaring: tahun 2024" in words(app)
    assert {button.label for button in app.button} >= {"Sebelumnya", "Berikutnya", "Selesai rapat"}


def test_annex_shows_the_tables_as_printed_with_the_status_at_each_x(open_page, state):
    app = open_page("lampiran", sample=state == "sample")
    table = app.table[0].value
    assert list(table.columns) == [
        ("NO", ""),
        ("KELOMPOK PROGRAM/ PROGRAM/KEGIATAN", ""),
        ("WAKTU", "2023"),
        ("", "2024"),
        ("PIHAK TERLIBAT", ""),
    ]
    assert list(table.iloc[0]) == ["1", "2", "3", "4", "5"]
    marks = pd.Series(table.iloc[1:, 2:4].to_numpy().ravel())
    assert marks.str.startswith("**X**").sum() == 17
    assert (state == "empty") == marks[marks != ""].str.endswith("Belum ada data").all()
    assert "Tri Harso" in str(table.values)
    assert "Tidak ada: rencana masih sama" in words(app)


@pytest.mark.usefixtures("on_a_phone")
@pytest.mark.parametrize("page", PAGES)
def test_a_phone_gets_every_page_with_the_filters_behind_one_button(open_page, page, state):
    app = open_page(page, sample=state == "sample", tahun="2024")
    assert not app.exception
    assert app.selectbox(key="tahun").value == "2024"
    assert "Mode rapat" not in {button.label for button in app.button}


@pytest.mark.usefixtures("on_a_phone")
def test_a_phone_reads_the_rapor_as_cards_instead_of_a_wide_table(open_page):
    app = open_page("perangkat-daerah", sample=True, pihak="DINKOMINFO")
    assert not app.table
    assert "Kendala: " in words(app)


def test_the_rapor_says_what_is_owed_and_links_the_evidence(open_page):
    app = open_page("perangkat-daerah", sample=True)
    table = app.table[-1].value.set_index(["No", "Tahun"])
    assert table.loc[("III\\.1\\.a", "2024"), "Realisasi"] == "62,5%"
    assert table.loc[("V\\.2\\.a", "2024"), "Belum dilaporkan"] == "TW I–IV"
    assert table["Bukti"].str.startswith("[Buka](<https://").any()


def test_a_link_cannot_leave_its_place_in_the_rapor():
    assert address("https://a.id/x>)[y](<z\\") == "https://a.id/x%3E)[y](%3Cz%5C"


def test_linimasa_tells_the_kendala_that_the_standing_has_each_leading_to_its_card(open_page):
    app = open_page("linimasa", sample=True)
    found = Standing(sample_plan(), Position(2024, 4)).obstacles
    assert found
    said = "\n".join(element.value for element in app.markdown)
    for one in found:
        assert f"kode={one.no}" in said
        assert f"Kendala: {one.obstacle[:20]}" in said.replace("\\", "")
    narrowed = open_page("linimasa", sample=True, fresh=False, pihak="INSPEKTORAT")
    assert "Kendala" not in [header.value for header in narrowed.header]


def test_linimasa_of_a_plan_that_tells_no_kendala_has_no_such_section(open_page):
    for state in ("empty", "big"):
        app = open_page("linimasa", state=state)
        assert "Kendala" not in [header.value for header in app.header]
