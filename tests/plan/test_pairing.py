"""Old and new kegiatan paired by likeness of text and place."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from lib.plan.plan import Plan
from lib.plan.registers.continuation import (
    Continuation,
    continuations,
    counted,
    of_old,
    previous_of,
    with_continuations,
)
from lib.plan.registers.pairing import propose
from lib.plan.table_a import program_frame
from tests.factory import big_plan, decree_plan, make_plan


def printed(*rows: str) -> Plan:
    """A plan of rows `NO text`, a heading where NO starts with a capital letter alone or KP."""
    cells = [row.rpartition(": ")[::2] for row in rows]
    frame = pd.DataFrame(
        {
            "no": [no for no, _ in cells],
            "uraian": [text for _, text in cells],
            2030: [None if no.startswith("KP") else "X" for no, _ in cells],
            "pihak_terlibat": [None if no.startswith("KP") else "DINAS" for no, _ in cells],
        },
        dtype="str",
    )
    return replace(make_plan(), program=program_frame(frame.rename(columns={"2030": 2030})))


def pairs(old: Plan, new: Plan) -> list[tuple[str, str, str]]:
    return [(one.code, one.fate, one.new) for one in propose(old, new)]


OLD = printed(
    "KP I: KELEMBAGAAN",
    "I.1: Kegiatan Reviu Peraturan Bupati tentang Pengaduan",
    "I.2: Rapat koordinasi pejabat penghubung",
    "KP II: PARTISIPASI",
    "II.1: Sosialisasi SP4N LAPOR lewat media sosial (infografis)",
    "II.2: Pameran pembangunan daerah",
)


def test_a_plan_goes_on_with_itself_kegiatan_by_kegiatan():
    for plan in (decree_plan(), big_plan()):
        assert pairs(plan, plan) == [(code, "Diteruskan", code) for code in plan.activities["kode"]]


def test_numbers_that_moved_and_words_that_grew_are_followed():
    new = printed(
        "KP I: PARTISIPASI PUBLIK",
        "I.1: Sosialisasi SP4N-LAPOR! lewat media sosial dan radio",
        "KP II: KELEMBAGAAN",
        "II.1: Rapat koordinasi pejabat penghubung",
        "II.2: reviu peraturan bupati tentang pengaduan",
        "II.3: Integrasi aplikasi",
    )
    assert pairs(OLD, new) == [
        ("I.1", "Diteruskan", "II.2"),
        ("I.2", "Diteruskan", "II.1"),
        ("II.1", "Berubah", "I.1"),
        ("II.2", "", ""),
    ]


def test_the_place_decides_between_the_same_words():
    old = printed("KP I: KECAMATAN UTARA", "1: Pelatihan admin", "KP II: KECAMATAN SELATAN",
                  "2: Pelatihan admin")  # fmt: skip
    new = printed("KP I: KECAMATAN SELATAN", "7: Pelatihan admin", "KP II: KECAMATAN UTARA",
                  "8: Pelatihan admin")  # fmt: skip
    assert pairs(old, new) == [("1", "Diteruskan", "8"), ("2", "Diteruskan", "7")]


def test_each_new_kegiatan_goes_on_with_one_old_one_at_most():
    old = printed("1: Pelatihan admin kanal", "2: Pelatihan admin")
    new = printed("1: Pelatihan admin")
    assert pairs(old, new) == [("1", "", ""), ("2", "Diteruskan", "1")]


def test_nothing_alike_is_left_unmapped_and_nothing_is_ever_proposed_to_stop():
    new = printed("1: Pembangunan jembatan gantung", "2: Beasiswa santri")
    assert {fate for _, fate, _ in pairs(OLD, new)} == {""}


@pytest.mark.parametrize("new", [OLD, decree_plan(), make_plan()], ids=["same", "decree", "made"])
def test_every_old_kegiatan_is_spoken_of_once_in_printed_order(new):
    assert [one.code for one in propose(OLD, new)] == OLD.activities["kode"].tolist()


def test_what_is_said_is_kept_in_the_new_plan_and_read_again():
    said = (
        Continuation("I.1", "Reviu", "Diteruskan", "I.1.a"),
        Continuation("I.2", "Rapat", "Dihentikan", reason="Tidak ada anggaran"),
    )
    plan = with_continuations(make_plan(), "lama-2023-2024", said)
    assert continuations(plan) == said
    assert previous_of(plan) == "lama-2023-2024"
    assert previous_of(make_plan()) == ""
    told = of_old(OLD, plan)
    assert [one.told for one in told] == ["Diteruskan", "Dihentikan"] + 2 * ["Belum dipetakan"]
    assert counted(told) == {"Diteruskan": 1, "Dihentikan": 1, "Belum dipetakan": 2}
