"""The one path for every change: check, preview, merge, apply, roll back."""

import pytest
from openpyxl.workbook import Workbook
from pandas.testing import assert_frame_equal

from lib.plan.change.difference import ChangeKind
from lib.plan.plan import Plan
from lib.plan.schema import Sheet
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Denied, Role
from lib.service.changing import HeadMoved, NotReady
from lib.service.library import Library
from lib.service.proposal import Question
from lib.workbook.writing import writer
from tests.factory import big_plan, make_plan, with_activity
from tests.service.books import ACTIVITIES, edited, reworked, without_version

PLAN = "banjarnegara-pengaduan-2023-2024"
OPERATOR = Actor("info", "Petugas Dinkominfo", Role.OPERATOR, "DINKOMINFO")


def head(library: Library) -> Plan:
    return library.snapshot(LOCAL_ADMIN, PLAN).plan


def send(library: Library, content: bytes, actor: Actor = LOCAL_ADMIN) -> int:
    """Check and apply at once, saying yes to whatever is asked."""
    proposal = changing.check(library, actor, content, "laporan.xlsx")
    return changing.apply(library, actor, proposal, yes=proposal.questions)


def test_a_new_store_holds_the_decree_as_version_one(library):
    [record] = library.plans(VISITOR)
    assert (record.id, record.head) == (PLAN, 1)
    assert not head(library).is_reported


def test_checking_stores_nothing(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    proposal = changing.check(library, LOCAL_ADMIN, edited(copy, I4=0.25), "laporan.xlsx")
    assert [change.after for change in proposal.changes] == [25]
    assert (proposal.base, proposal.head, library.head(PLAN)) == (1, 1, 1)


def test_applying_keeps_the_upload_as_received_and_one_row_per_changed_cell(library):
    sent = edited(library.download(LOCAL_ADMIN, PLAN), I4=0.25, P4="hujan")
    assert send(library, sent) == 2
    received = library.received(LOCAL_ADMIN, PLAN, 2)
    assert (received.name, received.content) == ("laporan.xlsx", sent)
    changes = {change.column: change.after for change in library.changes(VISITOR, PLAN, 2)}
    assert changes == {"realisasi_tw1": 25, "kendala": "hujan"}


def test_an_old_copy_brings_only_its_own_changes(library):
    old = library.download(LOCAL_ADMIN, PLAN)
    send(library, edited(old, I4=0.1, I5=0.2))
    send(library, edited(old, I7=0.3))
    progress = head(library).activity_progress
    assert progress.loc[[4, 5, 7], "realisasi_tw1"].tolist() == [10, 20, 30]


def test_both_changing_a_cell_alike_is_no_conflict(library):
    old = library.download(LOCAL_ADMIN, PLAN)
    send(library, edited(old, I4=0.1))
    proposal = changing.check(library, LOCAL_ADMIN, edited(old, I4=0.1), "x.xlsx")
    assert proposal.unchanged


def test_a_conflict_names_the_other_writer_and_waits(library):
    old = library.download(LOCAL_ADMIN, PLAN)
    send(library, edited(old, I4=0.1))
    proposal = changing.check(library, LOCAL_ADMIN, edited(old, I4=0.2, I5=0.3), "x.xlsx")
    [conflict] = proposal.conflicts
    assert (conflict.theirs, conflict.mine) == (10, 20)
    assert changing.writers(library, LOCAL_ADMIN, proposal)[conflict.id].number == 2
    with pytest.raises(NotReady, match="belum dipilih"):
        changing.apply(library, LOCAL_ADMIN, proposal)
    settled = changing.settle(proposal, {conflict.id: "theirs"})
    changing.apply(library, LOCAL_ADMIN, settled)
    assert head(library).activity_progress.loc[[4, 5], "realisasi_tw1"].tolist() == [10, 30]


def test_a_moved_head_refuses_and_stores_nothing(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    proposal = changing.check(library, LOCAL_ADMIN, edited(copy, I4=0.1), "x.xlsx")
    send(library, edited(copy, I5=0.1))
    with pytest.raises(HeadMoved):
        changing.apply(library, LOCAL_ADMIN, proposal)
    assert library.head(PLAN) == 2


def test_a_copy_without_its_version_is_never_merged_by_guess(library):
    old = library.download(LOCAL_ADMIN, PLAN)
    send(library, edited(old, I4=0.1))
    proposal = changing.check(library, LOCAL_ADMIN, without_version(edited(old, I5=0.2)), "x.xlsx")
    assert proposal.base is None
    assert Question.UNKNOWN_BASE in proposal.questions
    kinds = {(change.column, change.kind) for change in proposal.changes}
    assert kinds == {("realisasi_tw1", ChangeKind.SET), ("realisasi_tw1", ChangeKind.CLEARED)}
    with pytest.raises(NotReady, match="pertanyaan"):
        changing.apply(library, LOCAL_ADMIN, proposal)


def test_a_row_deleted_in_excel_is_not_emptied(library):
    send(library, edited(library.download(LOCAL_ADMIN, PLAN), I4=0.1, I5=0.2))
    copy = library.download(LOCAL_ADMIN, PLAN)

    def delete(book: Workbook) -> None:
        book[ACTIVITIES].delete_rows(4)

    proposal = changing.check(
        library, LOCAL_ADMIN, reworked(edited(copy, I7=0.3), delete), "x.xlsx"
    )
    assert [(change.key, change.after) for change in proposal.changes] == [("II.1.a", 30)]
    assert Question.WARNINGS in proposal.questions


def test_emptying_much_asks_in_strong_words(library):
    send(library, edited(library.download(LOCAL_ADMIN, PLAN), I4=0.1, I5=0.2, I6=0.1, I7=0.1))
    copy = library.download(LOCAL_ADMIN, PLAN)
    few = changing.check(library, LOCAL_ADMIN, edited(copy, P4="catatan"), "x.xlsx")
    much = changing.check(library, LOCAL_ADMIN, edited(copy, I4=None, I5=None), "x.xlsx")
    assert Question.EMPTIES_MUCH not in few.questions
    assert Question.EMPTIES_MUCH in much.questions
    assert len(much.cleared) == 2


def test_an_error_keeps_everything_out(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    proposal = changing.check(library, LOCAL_ADMIN, edited(copy, I4=0.1, I5="banyak"), "x.xlsx")
    assert not proposal.accepted
    with pytest.raises(NotReady):
        changing.apply(library, LOCAL_ADMIN, proposal, yes=set(Question))
    assert library.head(PLAN) == 1


def test_an_operator_changes_its_own_rows_and_hears_whose_the_others_are(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    proposal = changing.check(library, OPERATOR, edited(copy, I4=0.1, I6=0.2), "x.xlsx")
    assert [change.key for change in proposal.changes] == ["II.2.a"]
    assert [change.key for change in proposal.denied] == ["I.1.b"]
    changing.apply(library, OPERATOR, proposal)
    progress = head(library).activity_progress
    assert progress.loc[6, "realisasi_tw1"] == 20
    assert progress["realisasi_tw1"].notna().sum() == 1


def test_an_operator_cannot_apply_what_an_admin_proposed(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    proposal = changing.check(library, LOCAL_ADMIN, edited(copy, I4=0.1), "x.xlsx")
    with pytest.raises(Denied):
        changing.apply(library, OPERATOR, proposal)
    assert library.head(PLAN) == 1


def test_a_visitor_changes_nothing(library):
    copy = library.download(VISITOR, PLAN)
    proposal = changing.check(library, VISITOR, edited(copy, I4=0.1), "x.xlsx")
    assert proposal.changes == ()
    for call in (
        lambda: changing.apply(library, VISITOR, proposal),
        lambda: changing.propose_rollback(library, VISITOR, PLAN, 1),
        lambda: library.received(VISITOR, PLAN, 1),
    ):
        with pytest.raises(Denied):
            call()


def test_rolling_back_is_a_new_version_with_the_old_content(library):
    send(library, edited(library.download(LOCAL_ADMIN, PLAN), I4=0.1))
    proposal = changing.propose_rollback(library, LOCAL_ADMIN, PLAN, 1)
    assert [change.kind for change in proposal.changes] == [ChangeKind.CLEARED]
    assert changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions) == 3
    assert not head(library).is_reported
    codes = [version.code for version in library.log(VISITOR, PLAN)]
    assert codes[0] == codes[2] != codes[1]


def test_an_operator_takes_back_its_own_last_upload_and_no_other(library):
    copy = library.download(LOCAL_ADMIN, PLAN)
    send(library, edited(copy, I6=0.2), OPERATOR)
    undo = changing.propose_undo(library, OPERATOR, PLAN)
    assert changing.apply(library, OPERATOR, undo, yes=undo.questions) == 3
    assert not head(library).is_reported
    send(library, edited(copy, I4=0.1))
    for call in (
        lambda: changing.propose_undo(library, OPERATOR, PLAN),
        lambda: changing.propose_rollback(library, OPERATOR, PLAN, 1),
    ):
        with pytest.raises(Denied):
            call()


def test_another_plan_is_added_beside_the_first_and_leaves_it_alone(library):
    plan = with_activity(big_plan(), big_plan().activities["no"].iloc[0], 2026, realisasi_tw1=5.0)
    proposal = changing.check(library, LOCAL_ADMIN, writer.write(plan), "baru.xlsx")
    assert Question.NEW_PLAN in proposal.questions
    with pytest.raises(NotReady):
        changing.apply(library, LOCAL_ADMIN, proposal)
    assert changing.apply(library, LOCAL_ADMIN, proposal, yes=proposal.questions) == 1
    assert [record.head for record in library.plans(VISITOR)] == [1, 1]
    again = changing.check(
        library, LOCAL_ADMIN, library.download(LOCAL_ADMIN, "rencana-rekaan"), "x.xlsx"
    )
    assert again.unchanged


def test_another_plan_without_progress_rows_gets_a_row_to_fill_in_for_everything_planned(library):
    plan = big_plan()

    def empty(book: Workbook) -> None:
        book["Progres Kegiatan"].delete_rows(5, 1000)
        book["Progres Indikator"].delete_rows(4, 1000)

    send(library, reworked(writer.write(plan), empty))
    added = library.snapshot(LOCAL_ADMIN, "rencana-rekaan").plan
    assert_frame_equal(added.activity_progress, plan.activity_progress)
    assert_frame_equal(added.indicator_progress, plan.indicator_progress)


def test_changing_the_plan_itself_asks_and_is_not_an_operators(library):
    copy = library.download(LOCAL_ADMIN, PLAN)

    def rename(book: Workbook) -> None:
        book["B. Indikator"]["C5"] = "Indikator yang lain"

    changed = reworked(copy, rename)
    proposal = changing.check(library, LOCAL_ADMIN, changed, "x.xlsx")
    assert Question.PLAN_CHANGED in proposal.questions
    assert {change.sheet for change in proposal.plan_changes} == {Sheet.INDICATOR}
    assert not changing.check(library, OPERATOR, changed, "x.xlsx").changes


def test_only_an_admin_adds_a_plan(library):
    proposal = changing.check(library, OPERATOR, writer.write(make_plan()), "baru.xlsx")
    with pytest.raises(Denied):
        changing.apply(library, OPERATOR, proposal, yes=proposal.questions)
    assert len(library.plans(VISITOR)) == 1


def test_a_download_comes_back_without_a_difference(library):
    for number in (1, send(library, edited(library.download(LOCAL_ADMIN, PLAN), I4=0.255))):
        copy = library.download(LOCAL_ADMIN, PLAN, number)
        proposal = changing.check(library, LOCAL_ADMIN, copy, "x.xlsx")
        assert proposal.findings == ()
    assert proposal.unchanged
