"""The cards in the offline copy: the page's facts, reached from every mention."""

import re
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser

import pytest

from lib.briefing.offline.cards import cards
from lib.briefing.offline.copy import offline_copy
from lib.plan.change.difference import Change
from lib.plan.position import Position
from lib.plan.schema import Sheet
from lib.store.records import AuditEntry
from lib.voice import conclusions
from lib.voice.cards import activity_facts, card_history, card_texts, indicator_facts
from lib.voice.cards.card_history import VERSIONS_SHOWN
from tests.briefing.cases import NAMES, briefing, case
from tests.factory import make_plan, version, with_activity


class Parts(HTMLParser):
    """The cards' words by the part they stand in, and every way inside the page with its words."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.words, self.ways = set(), {}, []
        self._card, self._way = None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids.add(given.get("id"))
        if tag == "article":
            self._card = given["id"]
            self.words[self._card] = ""
        if tag == "a" and given["href"].startswith("#"):
            self._way = given["href"][1:]
            self.ways.append([self._way, ""])

    def handle_endtag(self, tag):
        self._card = None if tag == "article" else self._card
        self._way = None if tag == "a" else self._way

    def handle_data(self, data):
        if self._card:
            self.words[self._card] += f" {data}"
        if self._way:
            self.ways[-1][1] += data


@cache
def parts(name):
    return Parts(offline_copy(case(name)))


def flat(text):
    return " ".join(str(text).split())


@pytest.mark.parametrize("name", NAMES)
def test_every_kegiatan_and_indicator_has_its_card(name):
    standing = case(name).standing
    found = cards(standing)
    assert [one.code for one in found.activities.values()] == list(
        dict.fromkeys(standing.all_activities["no"])
    )
    assert [one.code for one in found.indicators.values()] == list(
        dict.fromkeys(standing.all_indicators["no"])
    )
    assert set(parts(name).words) == {*found.activities, *found.indicators}


def test_a_kegiatans_card_says_what_the_page_says():
    standing = case("sample").standing
    for part, facts in cards(standing).activities.items():
        said = flat(parts("sample").words[part])
        assert facts == activity_facts.facts(standing, facts.code)
        for text in (facts.name, facts.activity, facts.whose, facts.place):
            assert flat(text) in said
        for year in facts.years:
            assert f"{year.year}: {year.finding}" in said
            for quarter in year.quarters:
                shown = quarter.state or f"{quarter.actual} {quarter.mark}".strip()
                assert f"{quarter.label} {shown} {quarter.target}" in said
            for text in (*year.notes, *(f"{one.label} {one.text}" for one in year.texts)):
                assert flat(text) in said


def test_an_indicators_card_says_what_the_page_says():
    standing = case("sample").standing
    for part, facts in cards(standing).indicators.items():
        said = flat(parts("sample").words[part])
        assert facts == indicator_facts.facts(standing, facts.code)
        for year in facts.years:
            assert f"Target {year.target} · realisasi {year.actual}" in said
            assert flat(year.achieved) in said
        for one in facts.texts:
            assert flat(f"{one.label} {one.text}") in said


def histories(count):
    """So many versions of one kegiatan, the newest first, with a text longer than is shown."""
    night = datetime(2024, 9, 1, 20, tzinfo=UTC)
    newest = Change("II.1.a", 2024, "realisasi_tw3", None, 40.0)
    before = Change("II.1.a", 2024, "kendala", None, "x" * 90)
    rows = [
        AuditEntry(
            version(number, night, f"penulis {number}"), newest if number == count else before
        )
        for number in range(count, 0, -1)
    ]
    return {(Sheet.ACTIVITY_PROGRESS, "II.1.a"): rows}


@pytest.mark.parametrize("count", [1, VERSIONS_SHOWN, VERSIONS_SHOWN + 1])
def test_a_card_tells_its_newest_versions_and_who_reported_a_figure(count):
    told = histories(count)
    page = Parts(offline_copy(case("sample"), told))
    found = cards(case("sample").standing, told)
    [part] = [part for part, one in found.activities.items() if one.code == "II.1.a"]
    said = flat(page.words[part])
    assert f"versi {count} · 2 September 2024 · penulis {count} · Progres Kegiatan!" in said
    for one in found.activities[part].history[:VERSIONS_SHOWN]:
        assert f"{one.day} {one.what} {one.who}" in said
    assert (card_history.OLDER in said) == (count > VERSIONS_SHOWN)
    assert ("penulis 1, versi 1" in said) == (count <= VERSIONS_SHOWN)
    others = [words for name, words in page.words.items() if name != part]
    assert all(card_history.NO_HISTORY in words for words in others)


def test_what_a_version_did_to_a_row_is_told_in_a_bounded_piece():
    second = version(2, datetime(2024, 9, 1, tzinfo=UTC), "Bagian")
    many = [AuditEntry(second, Change("II.1.a", 2024, "kendala", None, "x" * 70))] * 100
    told = {(Sheet.ACTIVITY_PROGRESS, "II.1.a"): many}
    grown = len(offline_copy(case("sample"), told)) - len(offline_copy(case("sample"), {}))
    assert 300 < grown < 800


def test_a_copy_that_no_store_stands_behind_tells_no_history():
    words = " ".join(parts("sample").words.values())
    assert card_history.HISTORY not in words
    assert "versi 1" not in words


def test_a_silent_kegiatan_says_that_nothing_is_written():
    assert all(
        card_texts.NOTHING_WRITTEN in words
        for part, words in parts("empty").words.items()
        if part.startswith("kartu-kegiatan")
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_way_leads_to_a_part_of_the_page(name):
    assert {way for way, _ in parts(name).ways} <= parts(name).ids


def test_every_mention_leads_to_its_own_card():
    standing = case("sample").standing
    found = cards(standing)
    names = {part: one.code for part, one in found.activities.items()}
    names |= {part: one.code for part, one in found.indicators.items()}
    numbered = [(way, words) for way, words in parts("sample").ways if way in names]
    codes = set(standing.due["no"]) | set(standing.all_indicators["no"])
    called = {part: one.name for part, one in found.activities.items()}
    for way, words in numbered:
        assert words == names[way] or called.get(way, "\0") in words or words == "Arahan 1", words
    by_code = {words for way, words in numbered if words == names[way]}
    assert codes <= by_code
    by_name = {(names[way], words) for way, words in numbered if words not in set(names.values())}
    assert {(item.no, f"{item.name} ({item.year})") for item in standing.delayed} <= by_name


def test_the_attention_list_says_the_same_sentences_with_ways():
    standing = case("sample").standing
    points = cards(standing).points(standing)
    assert [f"{one.before}{one.mention}{one.after}" for one in points] == [
        flat(sentence) for sentence in conclusions.bullets(standing.attention)
    ]
    listed = re.findall(r"<li>(.*?)</li>", offline_copy(case("sample")), re.DOTALL)
    shown = [flat(re.sub(r"<[^>]*>", "", one)) for one in listed]
    assert all(flat(f"{one.before}{one.mention}{one.after}") in shown for one in points)


def test_text_of_a_workbook_makes_no_way():
    plan = make_plan((2026,), 1, 2)
    plan = with_activity(plan, "I.1.a", 2026, realisasi_tw4=40.0, kendala='"><a href="#x">')
    page = Parts(offline_copy(briefing(plan, Position(2026, 4))))
    assert {way for way, _ in page.ways} <= page.ids
    assert "x" not in {way for way, _ in page.ways}
