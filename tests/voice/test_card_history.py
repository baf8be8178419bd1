"""What cards tell of the versions that changed their row."""

from datetime import UTC, datetime

from lib.plan.change.difference import Change
from lib.store.records import AuditEntry, Origin
from lib.voice.cards import card_history
from tests.factory import decree_plan, version

NIGHT = version(4, datetime(2026, 11, 24, 20, tzinfo=UTC), "Sekretariat")
NOON = version(3, datetime(2026, 11, 24, 5, tzinfo=UTC), "INSPEKTORAT")
ENTRIES = (
    AuditEntry(NIGHT, Change("I.1.a", 2026, "realisasi_tw2", 40.0, 50.0)),
    AuditEntry(NIGHT, Change("I.1.a", 2026, "kendala", None, "hujan")),
    AuditEntry(NOON, Change("I.1.a", 2026, "realisasi_tw2", None, 40.0)),
)


def test_each_version_says_its_day_in_wib_and_all_it_did():
    newest, oldest = card_history.versions(ENTRIES, decree_plan())
    assert (newest.day, oldest.day) == ("25 November 2026", "24 November 2026")
    assert newest.what == "REALISASI TW II 2026 40% menjadi 50%; KENDALA 2026 diisi “hujan”"
    assert (newest.who, oldest.who) == ("Sekretariat, versi 4", "INSPEKTORAT, versi 3")


def test_a_correction_says_why():
    corrected = version(5, NIGHT.time, "admin", "salah ketik", Origin.CORRECTION)
    change = Change("I.1.a", 2026, "realisasi_tw2", 50.0, 45.0)
    [said] = card_history.versions([AuditEntry(corrected, change)], decree_plan())
    assert said.who == "admin, versi 5, koreksi: salah ketik"


def test_a_figure_names_whoever_wrote_it_last():
    assert card_history.source(ENTRIES, "realisasi_tw2", 2026, "L7") == (
        "versi 4 · 25 November 2026 · Sekretariat · L7"
    )
    for column, year in (("realisasi_tw2", 2025), ("realisasi_tw1", 2026)):
        assert card_history.source(ENTRIES, column, year, "L7") == "versi 1 · L7"
