"""The sentences around a change: each names what it is about, counts what is there, and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lib.plan.text.indonesian import moment
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.drafts import StoredDraft, Waiting
from lib.service.library import Library, Snapshot
from lib.service.proposal import Proposal, Question
from lib.service.startup import open_library
from lib.store.records import Trouble, Version
from lib.ui.words import card_words, change_words
from lib.voice.cards import card_texts
from lib.workbook.writing import writer
from tests import factory
from tests.factory import big_plan, decree_plan, sample_plan
from tests.service.books import edited

NOON = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


def version(number: int, author: str = "BAGIAN ORGANISASI", note: str = "") -> Version:
    return factory.version(number, NOON + timedelta(days=number), author, note)


@pytest.fixture
def library(tmp_path: Path):
    opened = open_library(tmp_path)
    yield opened
    opened.store.close()


@pytest.fixture
def download(library: Library) -> bytes:
    [plan] = library.plans(LOCAL_ADMIN)
    return library.download(LOCAL_ADMIN, plan.id, 1)


def check(library: Library, content: bytes) -> Proposal:
    return changing.check(library, LOCAL_ADMIN, content, "laporan.xlsx")


def test_a_readable_file_counts_only_what_it_has(library, download):
    filled = check(library, edited(download, P4="Tahap pertama selesai"))
    assert change_words.readable(filled) == (
        "Berkas terbaca: 1 perubahan. Belum ada yang disimpan."
    )
    assert change_words.readable(check(library, download)) == (
        "Berkas terbaca. Belum ada yang disimpan."
    )


def test_a_refused_file_says_whether_there_is_a_list_of_cells_to_mend(library, download):
    wrong = check(library, edited(download, H5="banyak", I5=500))
    assert change_words.refused(wrong).startswith("Berkas belum dapat diterapkan: 2 hal")
    foreign = check(library, b"bukan buku kerja")
    assert not foreign.marked
    assert change_words.refused(foreign).startswith("Berkas tidak dapat dipakai.")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (Question.WARNINGS, "menyetujuinya"),
        (Question.UNKNOWN_BASE, "dari versi mana"),
        (Question.EMPTIES_MUCH, "0 sel yang sudah terisi akan DIKOSONGKAN"),
        (Question.PLAN_CHANGED, "berubah pada 0 sel"),
        (Question.NEW_PLAN, "tambahkan rencana ini"),
    ],
)
def test_what_is_agreed_to_is_said_by_its_own_sentence(library, download, question, says):
    assert says in change_words.question(question, check(library, download))


def test_no_two_questions_sound_alike(library, download):
    proposal = check(library, download)
    sentences = [change_words.question(question, proposal) for question in Question]
    assert len(set(sentences)) == len(Question)


def test_a_new_plan_is_named_by_its_title_and_period(library):
    sentence = change_words.new_plan(check(library, writer.write(big_plan())))
    assert f"“{big_plan().title}” ({big_plan().period})" in sentence


def test_cells_of_others_are_named_by_their_owners_and_the_plan_itself_by_its_name():
    assert "bukan bagian Anda (DINKOMINFO dan INSPEKTORAT)" in change_words.denied(
        3, ["DINKOMINFO", "INSPEKTORAT"]
    )
    assert f"({change_words.THE_PLAN_ITSELF})" in change_words.denied(1, [])


def test_one_is_told_of_oneself_as_oneself_and_of_others_by_name():
    by_me, by_other = version(4, author="Rina"), version(5)
    assert "Anda sendiri, di layar lain" in change_words.their_value("75%", by_me, "Rina")
    assert "BAGIAN ORGANISASI" in change_words.their_value("75%", by_other, "Rina")
    assert change_words.their_value("75%", None, "Rina") == "Nilai sekarang: 75%"


def test_who_moved_the_data_is_told_once_each_in_the_order_of_versions():
    newest_first = [version(6), version(5, author="Rina"), version(4)]
    sentence = change_words.head_moved(newest_first, "Rina")
    assert "BAGIAN ORGANISASI dan Anda sendiri, di layar lain (versi 4, 5, dan 6)" in sentence


def test_a_file_not_applied_is_named_letter_for_letter():
    draft = StoredDraft("rina", "0" * 64, "p", "[klik](http://x) *rapat*.xlsx", NOON)
    sentence = change_words.not_applied_yet(draft)
    assert "\\[klik\\]" in sentence
    assert "\\*rapat\\*" in sentence
    assert moment(NOON) in sentence
    told = change_words.stored_after_all(Waiting(draft, ("p", 7)))
    assert "Sudah tersimpan sebagai versi 7" in told


def test_a_store_that_fails_says_why_and_that_nothing_is_stored_twice():
    for trouble in Trouble:
        sentence = change_words.not_stored(trouble, "A1B2")
        assert str(trouble) in sentence
        assert "**A1B2**" in sentence
        assert "tidak ada yang tersimpan dua kali" in sentence


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("Laporan TW III (final).xlsx", "Laporan_TW_III_final__bertanda.xlsx"),
        ("../../etc/passwd", "passwd_bertanda.xlsx"),
        ("", "berkas_bertanda.xlsx"),
    ],
)
def test_a_marked_copy_bears_a_name_that_every_disk_takes(name, marked):
    assert change_words.marked_name(name) == marked


def test_two_downloads_can_be_told_apart_and_a_sample_is_called_one():
    real = Snapshot("p", decree_plan(), 3, NOON, "abcdefgh")
    sample = replace(real, plan=sample_plan())
    assert change_words.file_name(real) == "rencana_aksi_2023-2024_versi_3.xlsx"
    assert change_words.file_name(replace(real, number=4)) != change_words.file_name(real)
    assert change_words.file_name(sample).startswith("CONTOH_")


def test_a_version_without_a_note_has_no_empty_place_for_one():
    assert change_words.version_choice(version(2)).count("·") == 2
    assert change_words.version_choice(version(2, note="TW III")).endswith("· TW III")


def test_a_card_that_is_not_there_says_whether_the_link_names_one_at_all():
    assert "tidak menyebut kegiatan mana" in card_words.no_activity("")
    assert "tidak memuat indikator dengan nomor itu" in card_words.no_indicator("9.z")


def test_a_planned_kegiatan_lists_its_years_and_a_budget_never_a_realisation():
    assert card_texts.planned([2023, 2024]) == "direncanakan 2023 dan 2024"
    assert card_texts.budget(25_000_000.0) == (
        "Pagu anggaran Rp25.000.000; realisasinya belum dilaporkan"
    )
