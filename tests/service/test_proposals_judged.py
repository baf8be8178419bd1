"""What would be stored is judged: a rule that two people break together is a conflict of both."""

from __future__ import annotations

import pytest
from openpyxl.workbook import Workbook

from lib.findings.finding import Severity
from lib.plan.change.conflict import Side
from lib.plan.plan import Plan
from lib.plan.rules import breaches
from lib.plan.schema import Sheet
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.change.judgement import reason
from lib.service.changing import NotReady
from lib.service.library import Library
from lib.service.proposal import Proposal, Question
from tests.service.books import ACTIVITIES, edited, reworked

PLAN = "banjarnegara-pengaduan-2023-2024"
ORGANISASI = "BAGIAN ORGANISASI"
FIRST, SECOND = (
    Actor(name, name.title(), Role.OPERATOR, ORGANISASI) for name in ("petugas-satu", "petugas-dua")
)
DINKOMINFO = Actor("info", "Petugas Dinkominfo", Role.OPERATOR, "DINKOMINFO")
OTHER_ADMIN = Actor("admin-dua", "Admin kedua", Role.ADMIN)
TABLE_A, TABLE_B = Sheet.PROGRAM.value, Sheet.INDICATOR.value
MEASURES = Sheet.INDICATOR_PROGRESS.value


def copy(library: Library) -> bytes:
    return library.download(LOCAL_ADMIN, PLAN)


def check(library: Library, content: bytes, actor: Actor = LOCAL_ADMIN) -> Proposal:
    return changing.check(library, actor, content, "laporan.xlsx")


def send(library: Library, content: bytes, actor: Actor = LOCAL_ADMIN) -> int:
    proposal = check(library, content, actor)
    return changing.apply(library, actor, proposal, "catatan", yes=proposal.questions)


def stored(library: Library) -> Plan:
    return library.snapshot(LOCAL_ADMIN, PLAN).plan


def settled(proposal: Proposal, *sides: str) -> Proposal:
    """Settle all conflicts, in their order, by turns."""
    places = [conflict.id for conflict in proposal.conflicts]
    wanted = (sides * len(places))[: len(places)]
    return changing.settle(proposal, dict(zip(places, wanted, strict=True)))


def assert_usable(library: Library) -> None:
    """Everybody can look, send a fresh copy back, undo and go back to every version."""
    plan = stored(library)
    assert breaches(plan) == ()
    fresh = copy(library)
    for actor in (LOCAL_ADMIN, VISITOR, FIRST, DINKOMINFO):
        proposal = check(library, fresh, actor)
        assert proposal.unchanged
        assert {finding.severity for finding in proposal.findings} <= {Severity.NOTICE}
    for version in library.log(LOCAL_ADMIN, PLAN):
        back = changing.propose_rollback(library, LOCAL_ADMIN, PLAN, version.number)
        assert back.accepted
        assert library.download(LOCAL_ADMIN, PLAN, version.number)


def without_first_groups(book: Workbook) -> None:
    """Delete KP I to II.2.a from table A, and their rows from the progress sheets."""
    gone = {book[TABLE_A].cell(row, 1).value for row in range(5, 10)}
    book[TABLE_A].delete_rows(5, 5)
    for row in range(book[ACTIVITIES].max_row, 3, -1):
        if book[ACTIVITIES].cell(row, 1).value in gone:
            book[ACTIVITIES].delete_rows(row)


def with_new_activity(book: Workbook) -> None:
    book[TABLE_A].insert_rows(8)
    for column, value in ((1, "I.1.c"), (2, "Kegiatan baru"), (4, "X"), (5, "DINKOMINFO")):
        book[TABLE_A].cell(8, column).value = value


CHOICES = [("theirs",), ("mine",), ("theirs", "mine"), ("mine", "theirs")]


@pytest.mark.parametrize("sides", CHOICES, ids="-".join)
def test_a_kegiatan_put_below_a_group_that_somebody_deleted_is_a_conflict_of_both(library, sides):
    old = copy(library)
    send(library, reworked(old, without_first_groups), OTHER_ADMIN)
    proposal = check(library, reworked(old, with_new_activity))
    assert [(c.key, c.column) for c in proposal.conflicts] == [
        ("I.1.c", "letak"),
        ("KP I", "letak"),
    ]
    writers = changing.writers(library, LOCAL_ADMIN, proposal)
    assert {version.author for version in writers.values()} == {OTHER_ADMIN.name}
    assert "I.1.c" in reason(proposal.conflicts[0])
    with pytest.raises(NotReady, match="belum dipilih"):
        changing.apply(library, LOCAL_ADMIN, proposal, "catatan", yes=set(Question))
    chosen = settled(proposal, *sides)
    if sides == ("mine", "theirs"):  # the new kegiatan without its group
        assert chosen.conflicts == proposal.conflicts
        chosen = settled(chosen, "theirs")
    if not chosen.unchanged:
        changing.apply(library, LOCAL_ADMIN, chosen, "catatan", yes=chosen.questions)
    assert_usable(library)


@pytest.mark.parametrize("sides", CHOICES, ids="-".join)
def test_quarters_that_fall_together_are_the_second_ones_conflict_and_nobody_elses(library, sides):
    old = copy(library)
    send(library, edited(old, I4=0.8), FIRST)
    proposal = check(library, edited(old, J4=0.6), SECOND)
    assert [c.column for c in proposal.conflicts] == ["realisasi_tw1", "realisasi_tw2"]
    assert [(c.theirs, c.mine) for c in proposal.conflicts] == [(80, None), (None, 60)]
    writers = changing.writers(library, SECOND, proposal)
    assert [version.author for version in writers.values()] == [FIRST.name]
    chosen = settled(proposal, *sides)
    if sides == ("theirs", "mine"):  # both values: what may not be
        assert chosen.conflicts == proposal.conflicts
        chosen = settled(chosen, "mine")
    if not chosen.unchanged:
        changing.apply(library, SECOND, chosen, "catatan", yes=chosen.questions)
    assert_usable(library)


CLASHES = {
    "targets": ({"E4": 0.5}, {"F4": 0.3}, ACTIVITIES, ["target_tw1", "target_tw2"]),
    "remark against a cleared obstacle": (
        {"P4": None},
        {"O4": "Ditunda"},
        ACTIVITIES,
        ["kendala", "keterangan"],
    ),
    "spent against a lowered ceiling": (
        {"M4": 50},
        {"N4": 90},
        ACTIVITIES,
        ["pagu_anggaran", "realisasi_anggaran"],
    ),
    "a number against Ya/Tidak": ({"F4": "Ya/Tidak"}, {"I4": 5}, MEASURES, ["realisasi", "satuan"]),
    "words of a target against Ya/Tidak": (
        {"F4": "Ya/Tidak"},
        {"H4": "Meningkat"},
        MEASURES,
        ["satuan", "target"],
    ),
}


@pytest.mark.parametrize(("theirs", "mine", "sheet", "columns"), CLASHES.values(), ids=CLASHES)
def test_cells_of_one_rule_that_two_people_changed_are_conflicts(
    library, theirs, mine, sheet, columns
):
    send(library, edited(copy(library), P4="hujan", M4=100))
    old = copy(library)
    send(library, edited(old, sheet, **theirs), OTHER_ADMIN)
    proposal = check(library, edited(old, sheet, **mine))
    assert [c.column for c in proposal.conflicts] == columns
    for side in Side:
        assert breaches(settled(proposal, side).proposed) == ()
    last = settled(proposal, "mine")
    changing.apply(library, LOCAL_ADMIN, last, "catatan", yes=last.questions)
    assert_usable(library)


def test_over_the_ceiling_may_be_chosen_and_asks_as_it_does_in_a_file(library):
    send(library, edited(copy(library), M4=100))
    old = copy(library)
    send(library, edited(old, M4=50), OTHER_ADMIN)
    proposal = settled(check(library, edited(old, N4=90)), "theirs", "mine")
    assert proposal.conflicts == ()
    [finding] = proposal.of(Severity.WARNING)
    assert finding.code == "budget-over"
    assert finding.seen.startswith("Baris I.1.b tahun 2023: ")
    assert Question.WARNINGS in proposal.questions


def test_a_warning_about_what_stood_so_before_is_a_notice(library):
    send(library, edited(copy(library), MEASURES, H4="Meningkat", F5="%", I5=0.5))
    send(library, edited(copy(library), M4=50, N4=90))
    proposal = check(library, edited(copy(library), I6=0.1), DINKOMINFO)
    found = {finding.code: finding.severity for finding in proposal.findings}
    assert found == dict.fromkeys(("target-in-words", "measure-small", "budget-over"), "notice")
    assert all("Sudah demikian" in finding.seen for finding in proposal.findings)
    assert proposal.questions == ()
    again = check(library, edited(copy(library), M4=60))
    assert "budget-over" in [finding.code for finding in again.of(Severity.WARNING)]
