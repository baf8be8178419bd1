"""What is kept beside a value belongs to that value alone, and is computed once."""

from dataclasses import dataclass, replace
from threading import Thread

from lib.plan.change.difference import apply_changes, differences
from lib.plan.kept import kept_beside, kept_last
from lib.plan.ledger import ledgers
from lib.plan.record import packed
from tests.factory import sample_plan


@dataclass(frozen=True)
class Number:
    size: int


def test_what_is_kept_is_computed_once_however_many_ask() -> None:
    asked: list[int] = []

    @kept_beside
    def double(number: Number) -> int:
        asked.append(number.size)
        return number.size * 2

    one = Number(4)
    threads = [Thread(target=double, args=(one,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (double(one), asked) == (8, [4])


def test_a_value_made_from_another_keeps_its_own() -> None:
    @kept_beside
    def double(number: Number) -> int:
        return number.size * 2

    one = Number(4)
    assert double(one) == 8
    assert double(replace(one, size=5)) == 10
    assert one == Number(4)


def test_the_last_answer_is_kept_for_the_same_question_alone() -> None:
    asked: list[tuple[int, int]] = []

    @kept_last
    def times(number: Number, factor: int) -> int:
        asked.append((number.size, factor))
        return number.size * factor

    one = Number(4)
    assert [times(one, 2), times(one, 2), times(one, 3), times(one, 2)] == [8, 8, 12, 8]
    assert asked == [(4, 2), (4, 3), (4, 2)]
    assert [times(one, factor=5), times(one, factor=5)] == [20, 20]
    assert asked[3:] == [(4, 5)]


def test_differences_are_those_from_the_plan_that_was_asked_about() -> None:
    plan = sample_plan()
    progress = plan.activity_progress
    first, second = (
        plan.with_progress(activity_progress=progress.assign(kendala=words))
        for words in ("baru", "lain")
    )
    assert {change.before for change in differences(first, second)} == {"baru"}
    assert "baru" not in {change.before for change in differences(plan, second)}
    assert {change.before for change in differences(first, second)} == {"baru"}


def test_differences_and_merges_leave_the_kept_ledgers_as_they_were() -> None:
    plan = sample_plan()
    progress = plan.activity_progress.copy()
    progress["kendala"] = "baru"
    other = plan.with_progress(activity_progress=progress)
    before = {sheet: ledger.copy() for sheet, ledger in ledgers(plan).items()}
    changes = differences(plan, other)
    assert packed(apply_changes(plan, changes)) == packed(other)
    for sheet, ledger in ledgers(plan).items():
        assert ledger.equals(before[sheet])
    assert differences(plan, other) == changes
