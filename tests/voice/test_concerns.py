"""Why a kegiatan needs leadership: what is wrong, since when, whose, why, and what is asked."""

import re
from dataclasses import replace
from html import unescape

import pytest

from lib.briefing import message
from lib.briefing.offline import copy
from lib.plan import schema
from lib.plan.position import Position
from lib.plan.standing import Standing
from lib.voice import conclusions
from lib.voice.concerns import WHY, called, sentence, told
from tests.briefing.cases import NAMES, compared
from tests.factory import make_plan, with_activity

ASK_BOTH = "DINAS A diminta menuliskan kendala dan tindak lanjut"
TOLD = {"kendala": "Hujan.", "tindak_lanjut": "Rapat"}


def listed(quarter, agencies=("DINAS A",), name="Kegiatan Rapat (satu)", **cells):
    plan = make_plan((2026,), 1, 1, agencies)
    [no] = plan.activities["no"]
    plan = with_activity(plan, no, 2026, **cells)
    program = plan.program.assign(uraian=name)
    [item] = Standing(replace(plan, program=program), Position(2026, quarter)).attention
    return item


@pytest.mark.parametrize(
    ("quarter", "cells", "rest"),
    [
        (4, {"realisasi_tw4": 60.0}, f"baru 60%, di bawah target sejak TW IV. {ASK_BOTH}"),
        (
            4,
            {"realisasi_tw2": 20.0, "realisasi_tw4": 60.0, **TOLD},
            "baru 60%, di bawah target (asumsi) sejak TW II. DINAS A: Hujan",
        ),
        (
            4,
            {"realisasi_tw2": 20.0, "kendala": "Hujan."},
            "baru 20%, di bawah target (asumsi) sejak TW II. "
            "Kendala: Hujan. DINAS A diminta melaporkan TW III–IV dan menuliskan tindak lanjut",
        ),
        (
            4,
            {"keterangan": schema.NOT_DONE, "realisasi_tw1": 5.0, **TOLD},
            "tidak terlaksana; terakhir 5% pada TW I. DINAS A: Hujan",
        ),
        (4, {"keterangan": schema.POSTPONED, **TOLD}, "ditunda. DINAS A: Hujan"),
        (
            4,
            {"realisasi_tw4": 60.0, "perlu_keputusan": "Sekretaris Daerah", **TOLD},
            "baru 60%, di bawah target sejak TW IV. Perlu keputusan Sekretaris Daerah. "
            "DINAS A: Hujan",
        ),
        (
            3,
            {"realisasi_tw3": 75.0, "perlu_keputusan": "Kepala Daerah", "kendala": "Hujan."},
            "realisasi 75%. Perlu keputusan Kepala Daerah. DINAS A: Hujan",
        ),
        (
            4,
            {},
            "belum ada laporan sejak TW I. DINAS A diminta menyampaikan laporan pertama",
        ),
        (
            3,
            {"realisasi_tw3": 40.0, **TOLD},
            "realisasi 40% dari target 75% (asumsi), tertinggal sejak TW III. DINAS A: Hujan",
        ),
        (
            3,
            {"realisasi_tw3": 40.0, "target_tw3": 60.0, **TOLD},
            "realisasi 40% dari target 60%, tertinggal sejak TW III. DINAS A: Hujan",
        ),
        (
            3,
            {"realisasi_tw1": 75.0},
            "TW II–III belum dilaporkan. DINAS A diminta melaporkan TW II–III",
        ),
    ],
)
def test_a_sentence_says_what_is_wrong_since_when_whose_why_and_what_is_asked(quarter, cells, rest):
    item = listed(quarter, **cells)
    assert sentence(item) == f"Rapat (2026): {rest}"
    assert called(item) + told(item) == sentence(item)


def test_two_agencies_are_both_asked():
    assert "DINAS A dan DINAS B diminta" in sentence(listed(4, agencies=("DINAS A, DINAS B",)))


def test_a_long_kendala_is_quoted_by_its_first_words_in_one_line():
    item = listed(4, realisasi_tw4=60.0, kendala="Kata\n" * 100, tindak_lanjut="Rapat")
    why = sentence(item).partition("DINAS A: ")[2]
    assert why.startswith("Kata Kata")
    assert why.endswith("…")
    assert len(why) <= WHY


def test_a_long_name_is_cut_at_a_word_and_the_year_still_said():
    item = listed(4, name="Kegiatan " + "Panjang " * 30)
    assert called(item) == "Panjang Panjang Panjang Panjang Panjang… (2026)"


@pytest.mark.parametrize("case", [name for name in NAMES if name != "empty"])
def test_message_report_and_offline_copy_say_the_very_same_sentences(case):
    briefing = compared(case)
    first = [sentence(item) for item in briefing.standing.attention[:5]]
    assert first
    sent = message.leadership_message(briefing, "https://a.id/")
    page = unescape(re.sub(r"<[^>]+>", "", copy.offline_copy(briefing)))  # a mention is a link
    listed = "\n".join(conclusions.bullets(briefing.standing.attention))
    for words in first:
        assert words in sent
        assert words in page
        assert words in listed
