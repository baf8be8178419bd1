"""What kegiatan are called in short."""

from dataclasses import replace

import pytest

from lib.plan.text.names import LONGEST, short_name, short_names
from tests.factory import decree_plan, make_plan


@pytest.mark.parametrize(
    ("stated", "printed", "name"),
    [
        ("Bimtek", "Kegiatan Bimtek Sumberdaya (Pelatihan)", "Bimtek"),
        ("  Bimtek\nSP4N ", "Kegiatan lain", "Bimtek SP4N"),
        ("  ", "Kegiatan Bimtek Sumberdaya (Pelatihan)", "Bimtek Sumberdaya"),
        (None, "KEGIATAN Bimtek", "Bimtek"),
        (float("nan"), "Pengawasan Kinerja", "Pengawasan Kinerja"),
        (None, "Kegiatan ke-1", "Kegiatan ke-1"),
        (None, "(Pelatihan) Bimtek", "(Pelatihan) Bimtek"),
        (None, f"Kegiatan {'A' * 50}", f"{'A' * LONGEST}…"),
        (None, f"Kegiatan {'A' * LONGEST}", "A" * LONGEST),
        (
            None,
            "Kegiatan Koordinasi dan Konsultasi Perangkat dan Daerah",
            "Koordinasi dan Konsultasi Perangkat…",
        ),
        (None, None, ""),
    ],
)
def test_a_name_is_the_stated_one_or_made_from_the_decreed_words(stated, printed, name):
    assert short_name(stated, printed) == name


def test_the_decrees_kegiatan_have_names_of_their_own_at_a_words_end():
    names = short_names(decree_plan())
    assert names["II.1.a"] == "Bimtek Sumberdaya Komunikasi Publik"
    assert names["II.2.a"] == "Pembuatan Surat Keputusan Bupati…"
    assert len(set(names.values())) == len(names) == 10
    assert all(len(name) <= LONGEST + 1 for name in names.values())


def test_two_that_would_be_called_the_same_carry_their_codes():
    plan = make_plan((2026,), 1, 2, ("DINAS A",))
    program = plan.program.assign(uraian="Kegiatan Rapat (satu)")
    names = short_names(replace(plan, program=program))
    assert list(names.values()) == ["Rapat I.1.a", "Rapat I.1.b"]
