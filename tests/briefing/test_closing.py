"""The closing chapter: what a plan reached and what becomes of it, only where another goes on."""

from __future__ import annotations

from dataclasses import replace

from lib.briefing.word import closing
from lib.plan.registers.continuation import Continuation, of_old, with_continuations
from lib.plan.text.indonesian import percent
from lib.plan.text.names import short_names
from tests.briefing.cases import case
from tests.briefing.test_report import cells, opened, paragraphs
from tests.factory import make_plan

HEAD = "Penutup rencana dan kelanjutannya"
NEXT = with_continuations(
    make_plan(),
    "lama",
    (
        Continuation("I.1.b", "Reviu", "Diteruskan", "I.1.a"),
        Continuation("III.1.a", "Integrasi", "Dihentikan", reason="Aplikasi ditutup"),
        Continuation("V.1.a", "Pengawasan", "Berubah", "II.1.a", "Cakupan meluas"),
    ),
)


def closed():
    return opened(replace(case("sample"), after=(NEXT,)))


def test_without_a_plan_after_it_a_report_says_nothing_of_one():
    assert HEAD not in paragraphs(opened(case("sample")))


def listed() -> dict[str, tuple[str, ...]]:
    """The rows of the chapter's table, by KODE."""
    rows = cells(closed())
    first = rows.index(closing.HEADERS) + 1
    return {row[0]: row for row in rows[first : first + len(case("sample").plan.activities)]}


def test_every_kegiatan_is_listed_with_what_becomes_of_it():
    rows = listed()
    assert list(rows) == list(case("sample").plan.activities["kode"])
    name = short_names(NEXT)["I.1.a"]
    assert rows["I.1.b"][3:] == ("Diteruskan", f"I.1.a {name}", "–")
    assert rows["III.1.a"][3:] == ("Dihentikan", "–", "Aplikasi ditutup")
    assert rows["V.1.a"][5] == "Cakupan meluas"
    assert rows["II.2.a"][3:] == ("Belum dipetakan", "–", "–")


def test_what_was_reached_is_what_the_results_say():
    due = case("sample").standing.due
    told = listed()
    for code in due["no"].unique():
        years = due[due["no"] == code]
        lines = told[code][2].split("\n")
        for row, line in zip(years.to_dict("records"), lines, strict=True):
            assert line.startswith(f"{row['tahun']}: {percent(row['realisasi'])}")
            assert line.endswith(row["status"])


def test_the_chapter_counts_and_names_what_nobody_has_spoken_of():
    told = " ".join(paragraphs(closed()))
    assert "Dari 10 kegiatan: 1 diteruskan, 1 berubah, 1 dihentikan, dan 7 belum dipetakan." in told
    rest = [one.code for one in of_old(case("sample").plan, NEXT) if not one.fate]
    assert len(rest) == 7
    assert f"Yang belum dipetakan: {rest[0]}, " in told
