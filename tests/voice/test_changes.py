"""Values of changes as people read them: words quoted, long ones from where they differ."""

import pytest

from lib.plan.change.difference import Change, ChangeKind
from lib.plan.ledger import PLACE, TOP
from lib.voice.changes import TEXT_SHOWN, brief, happened

LONG = "Ruang rapat dipakai bergantian oleh tiga perangkat daerah sehingga jadwal sering bergeser."


def told(column, before, after):
    kind = ChangeKind.CLEARED if after is None else ChangeKind.SET
    return happened(Change("I.1.a", 2026, column, before, after, kind=kind))


def test_words_stand_in_quotation_marks_and_keep_their_full_stop():
    assert told("kendala", None, "Hujan deras.") == "diisi “Hujan deras.”"
    assert told("kendala", "Hujan deras.", None) == "“Hujan deras.” dikosongkan"
    assert told("kendala", "Hujan.", "Hujan") == "“Hujan.” menjadi “Hujan”"


@pytest.mark.parametrize(
    ("column", "before", "after", "said"),
    [
        ("realisasi_tw1", 10.0, 25.0, "10% menjadi 25%"),
        ("pagu_anggaran", None, 1000.0, "diisi Rp1.000"),
        ("hasil_verifikasi", None, "Sesuai", "diisi Sesuai"),
        ("bukti_dukung", None, "https://contoh.id", "diisi https://contoh.id"),
        (PLACE, None, TOP, "diisi paling atas"),
    ],
)
def test_what_is_no_free_text_stands_bare(column, before, after, said):
    assert told(column, before, after) == said


def test_long_texts_that_begin_alike_are_told_from_where_they_differ():
    assert told("kendala", LONG, f"{LONG} Sejak Mei sudah tetap.") == (
        "“… bergeser.” menjadi “… bergeser. Sejak Mei sudah tetap.”"
    )
    assert told("kendala", LONG, LONG.replace("bergeser", "berubah")) == (
        "“… bergeser.” menjadi “… berubah.”"
    )


@pytest.mark.parametrize("end", ["x", " baru", " " + "y" * 200])
def test_two_sides_never_read_alike_nor_long(end):
    address = "https://contoh.id/" + "a" * 100
    for column, text in (("bukti_dukung", address), ("kendala", LONG * 3)):
        before, after = brief(Change("I.1.a", 2026, column, text, text + end))
        assert before != after
        assert max(len(before), len(after)) <= TEXT_SHOWN + len("… ")


def test_texts_that_differ_in_line_breaks_alone_are_told_whole():
    assert told("kendala", "satu dua", "satu\ndua") == "“satu dua” menjadi “satu dua”"
