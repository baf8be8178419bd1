from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError

from lib.briefing.offline import markup
from lib.briefing.offline.copy import offline_copy
from lib.briefing.offline.embedded import policy
from lib.charts import agency_status, quarter_board, timeline
from lib.plan import schema
from lib.plan.figures import indicator_state, status
from lib.plan.figures.summary import summarise
from lib.plan.plan import Plan
from lib.plan.position import Position
from lib.voice import activities
from lib.voice.key_figures import key_figures, plan_figures
from tests.briefing.cases import LABEL, NAMES, briefing, case
from tests.factory import make_plan, with_activity, with_indicator

LIMIT = 6_000_000


class Page(HTMLParser):
    """What a browser would make of the page: its elements, words, scripts and data."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.scripts: list[str] = []
        self._inside: str | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, _):
        self._inside = None

    def handle_data(self, data):
        if self._inside == "script":
            self.scripts[-1] += data
        elif self._inside != "style" and data.strip():
            self.words.append(data)

    @property
    def charts(self) -> list[dict]:
        return json.loads(self.scripts[0])


@cache
def html_of(name: str) -> str:
    return offline_copy(case(name))


def opened(name: str) -> Page:
    return Page(html_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_states_the_figures_of_the_screens(name: str) -> None:
    source = case(name)
    plan, position = source.plan, source.position
    table, indicators = (
        status.activity_status(plan, position),
        indicator_state.indicator_status(plan),
    )
    figures = (
        key_figures(summarise(table, indicators, position))
        if plan.is_reported
        else plan_figures(plan)
    )
    words = opened(name).words
    summary = words.index("Ringkasan", words.index("Ringkasan") + 1)
    for figure in figures:
        place = words.index(figure.label, summary)
        assert words[place : place + 3] == [figure.label, figure.value, figure.note]
    assert f"{activities.headline(table, position)}." in words


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_holds_every_figure_with_its_headline_and_table(name: str) -> None:
    source = case(name)
    standing = source.standing
    page = opened(name)
    assert len(page.charts) == 6
    drawn = (
        quarter_board(standing.quarters, source.plan, source.position),
        agency_status(standing.due, source.plan, source.position),
        timeline(standing.activities, source.plan, source.position),
    )
    for chart in drawn:
        assert chart.headline in page.words
        assert chart.name in [one["name"] for one in page.charts]
        assert set(chart.table.columns.map(str)) <= set(page.words)
    for one in page.charts:
        assert one["wide"]["data"]
        assert one["narrow"]["layout"]["height"] > 0
        assert any(attrs.get("id") == f"gambar-{one['name']}" for _, attrs in page.tags)


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_stays_small_and_says_as_of_when(name: str) -> None:
    source = case(name)
    html = html_of(name)
    assert len(html.encode("utf-8")) < LIMIT
    top = html[html.index("<body>") : html.index("<h2>")]
    assert f"Data per posisi {source.position.label} ({LABEL}, kode a1b2c3d4)" in top


def test_pictures_carry_their_source() -> None:
    source = case("sample")
    for chart in opened("sample").charts:
        for look in ("wide", "narrow"):
            notes = " ".join(note["text"] for note in chart[look]["layout"]["annotations"])
            plain = " ".join(re.sub("<[^>]+>", " ", notes).split())
            assert source.source in plain
            assert "CONTOH" in plain


def test_the_page_asks_for_nothing_and_forbids_it() -> None:
    html = html_of("empty")
    page = Page(html)
    assert not [tag for tag, _ in page.tags if tag in ("link", "iframe", "img", "object")]
    assert not [attrs for tag, attrs in page.tags if tag == "script" and "src" in attrs]
    [rules] = [
        attrs["content"]
        for tag, attrs in page.tags
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert rules == policy(*page.scripts[2:])
    assert rules.startswith("default-src 'none'; script-src 'sha256-")
    scripts = rules.split("script-src")[1].split(";")[0]
    assert "unsafe" not in scripts
    assert "http" not in rules


def test_text_of_a_workbook_stays_text() -> None:
    hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\x00\u2028&amp;"
    plan = make_plan([2025], groups=1, agencies=[f"DINAS {hostile}".replace(",", "")])
    plan = with_activity(
        plan, "I.1.a", 2025, realisasi_tw1=5.0, kendala=hostile,
        bukti_dukung='javascript:alert(3)\nhttps://contoh.example/"onmouseover="alert(4)',
    )  # fmt: skip
    plan = with_indicator(plan, "1.a", 2025, catatan=hostile, satuan=hostile, target=3.0)
    html = offline_copy(briefing(plan, Position(2025, 4)))
    calm = opened("empty")
    page = Page(html)
    assert "</script><script>alert(1)</script>" in "".join(page.words)
    assert len(page.scripts) == len(calm.scripts) == 4
    assert page.scripts[2:] == calm.scripts[2:]
    assert "img" not in {tag for tag, _ in page.tags}
    assert not [a for _, attrs in page.tags for a in attrs if a.startswith("on")]
    assert not [a for tag, a in page.tags if tag == "a" and "javascript" in (a["href"] or "")]
    assert page.charts


def test_links_go_to_the_web_only_and_tell_it_nothing() -> None:
    page = opened("sample")
    outside = [attrs for tag, attrs in page.tags if tag == "a" and attrs["href"][0] != "#"]
    assert outside
    for attrs in outside:
        assert attrs["href"].startswith(("https://", "http://"))
        assert attrs["rel"] == "noopener noreferrer"


HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '" onmouseover="alert(3)" x="',
    "' onfocus='alert(4)",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;&amp;#60;",
    "]]><!--",
    "\u2028\x00<b>tebal</b>",
)


def hostile_plan(text: str) -> Plan:
    """A plan that says the text wherever a person may write one."""
    plan = make_plan([2025], groups=1, agencies=["DINAS " + re.sub("[,;]", "", text)])
    activities = plan.activity_progress.assign(
        kegiatan=text, kendala=text, tindak_lanjut=text, realisasi_tw1=5.0
    )
    told = {"indikator": text, "satuan": text, "catatan": text, "alasan_tanpa_target": text}
    measures = plan.indicator_progress
    measures = measures.assign(**{key: told[key] for key in told if key in measures}, target=3.0)
    program = plan.program.assign(uraian=text)
    document = {key: value if key in schema.STAMP else text for key, value in plan.document.items()}
    return replace(
        plan,
        document=document,
        program=program,
        activity_progress=activities,
        indicator_progress=measures,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_adds_no_element_and_is_read_letter_for_letter(text: str) -> None:
    page, calm = (
        Page(offline_copy(replace(briefing(hostile_plan(said), Position(2025, 4)), label=said)))
        for said in (text, re.sub(r"[^\s\x00,;/&]", "x", text))
    )
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in calm.tags]
    assert [sorted(attrs) for _, attrs in page.tags] == [sorted(attrs) for _, attrs in calm.tags]
    assert page.scripts[2:] == calm.scripts[2:]
    shown = " ".join(text.replace("\x00", "").split())
    assert sum(shown in " ".join(words.split()) for words in page.words) >= 10


def test_a_name_that_the_page_lacks_is_an_error_and_no_blank() -> None:
    with pytest.raises(UndefinedError):
        markup.page("offline.html", {"policy": ""})


@pytest.mark.parametrize(
    ("name", "drawn"), [("sample", "indikator-2023-2024"), ("empty", "indikator-2024")]
)
def test_the_copy_shows_indicators_over_the_years_that_have_a_light(name, drawn):
    names = [one["name"] for one in opened(name).charts]
    assert [one for one in names if one.startswith("indikator")] == [drawn]
