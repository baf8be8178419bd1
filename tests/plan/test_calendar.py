"""When a quarter is due, and what a day makes of it: by table, with a made-up clock."""

from datetime import date
from itertools import pairwise

import pytest

from lib.plan import schema
from lib.plan.figures.status import activity_status, quarter_table
from lib.plan.position import Position, positions
from lib.plan.reporting import calendar
from lib.plan.reporting.calendar import OWED, ReportState
from lib.plan.standing import Standing
from lib.voice import activities
from tests.factory import make_plan, sample_plan, with_activity, with_document

YEAR = 2026
NO = "I.1.a"
NOT_DUE, TO_REPORT, LATE, REPORTED, NOT_REPORTED = ReportState


def plan_of(days: str = "5", **cells):
    """A plan of one kegiatan in one year, due so many working days after a quarter's end."""
    plan = make_plan(years=(YEAR,), groups=1, activities_per_group=1)
    plan = with_document(plan, {schema.REPORTING_DAYS: days})
    return with_activity(plan, NO, YEAR, **cells)


def states(day: date, days: str = "5", **cells) -> list[str]:
    return calendar.report_states(plan_of(days, **cells), day)["keadaan"].tolist()


@pytest.mark.parametrize(
    ("position", "days", "due"),
    [
        (Position(2026, 1), 0, date(2026, 3, 31)),
        (Position(2026, 1), 1, date(2026, 4, 1)),
        (Position(2026, 1), 3, date(2026, 4, 3)),
        (Position(2026, 1), 4, date(2026, 4, 6)),  # over a weekend
        (Position(2023, 4), 0, date(2023, 12, 31)),  # a Sunday
        (Position(2023, 4), 1, date(2024, 1, 1)),  # holidays are not known
        (Position(2023, 3), 1, date(2023, 10, 2)),  # ended on a Saturday
        (Position(2024, 2), 10, date(2024, 7, 12)),
    ],
)
def test_a_quarter_is_due_so_many_working_days_after_its_end(position, days, due):
    assert calendar.deadline(position, days).due == due


def test_every_quarter_has_its_end_and_due_date_in_order_of_time():
    found = [calendar.deadline(position, 5) for position in positions((2025, 2026))]
    assert [(each.end.month, each.end.day) for each in found[:4]] == [
        (3, 31),
        (6, 30),
        (9, 30),
        (12, 31),
    ]
    assert all(one.end < one.due < two.end for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("stated", "days"),
    [("", None), ("0", 0), ("5", 5), (" 10 hari kerja ", 10), ("lima", None), ("-1", None)],
)
def test_the_document_says_how_many_days(stated, days):
    assert calendar.working_days(plan_of(stated)) == days


# Quarter I of 2026 ends on Tuesday 31 March; five working days on is Tuesday 7 April.
@pytest.mark.parametrize(
    ("day", "cells", "expected"),
    [
        (date(2025, 12, 31), {}, [NOT_DUE] * 4),  # not begun
        (date(2026, 1, 1), {}, [NOT_DUE] * 4),
        (date(2026, 3, 31), {}, [NOT_DUE] * 4),  # the quarter's end
        (date(2026, 4, 1), {}, [TO_REPORT, *[NOT_DUE] * 3]),
        (date(2026, 4, 7), {}, [TO_REPORT, *[NOT_DUE] * 3]),  # the due date
        (date(2026, 4, 8), {}, [LATE, *[NOT_DUE] * 3]),  # the day after
        (date(2026, 7, 1), {}, [LATE, TO_REPORT, NOT_DUE, NOT_DUE]),
        (date(2026, 7, 1), {"realisasi_tw1": 0.0}, [REPORTED, TO_REPORT, NOT_DUE, NOT_DUE]),
        (date(2026, 8, 1), {"realisasi_tw2": 40.0}, [NOT_REPORTED, REPORTED, NOT_DUE, NOT_DUE]),
        (date(2026, 3, 1), {"realisasi_tw1": 9.0}, [REPORTED, *[NOT_DUE] * 3]),  # early
        (date(2027, 1, 1), {}, [LATE, LATE, LATE, TO_REPORT]),  # the plan ended
        (date(2031, 1, 1), {}, [LATE] * 4),  # never
        (date(2031, 1, 1), {"realisasi_tw4": 80.0}, [*[NOT_REPORTED] * 3, REPORTED]),
        (date(2026, 8, 1), {"keterangan": schema.POSTPONED}, [*[NOT_REPORTED] * 2, *[NOT_DUE] * 2]),
        (
            date(2031, 1, 1),
            {"keterangan": schema.NOT_DONE, "realisasi_tw1": 10.0},
            [REPORTED, *[NOT_REPORTED] * 3],
        ),
    ],
)
def test_a_day_makes_one_thing_of_every_quarter(day, cells, expected):
    assert states(day, **cells) == expected


def test_without_stated_days_a_quarter_is_due_at_its_end():
    assert states(date(2026, 3, 31), "")[0] == NOT_DUE
    assert states(date(2026, 4, 1), "")[0] == LATE


def test_a_report_is_late_by_the_days_after_its_due_date():
    due = calendar.deadline(Position(2026, 1), 5)
    days = (date(2026, 3, 1), date(2026, 4, 7), date(2026, 4, 8), date(2026, 5, 7))
    assert [due.days_late(day) for day in days] == [0, 0, 1, 30]


@pytest.mark.parametrize("stated", ["", "5", "60"])
def test_what_is_owed_is_what_the_rapor_calls_unreported(stated):
    plan = with_document(sample_plan(), {schema.REPORTING_DAYS: stated})
    for code in ("2023-TW1", "2023-TW4", "2024-TW2", "2024-TW4"):
        position = Position.parse(code)
        day = date(position.year + position.quarter // 4, position.quarter * 3 % 12 + 1, 1)
        found = calendar.report_states(plan, day)
        owed = found["keadaan"].isin(OWED).groupby(found.index).sum()
        rapor = activity_status(plan, position)["belum_lapor"]
        assert owed.tolist() == rapor.tolist()
        assert rapor.sum()


def test_an_agency_owes_its_own_rows_what_has_waited_longest_first():
    plan = make_plan(years=(YEAR,), groups=1, activities_per_group=3)
    plan = with_activity(plan, "I.1.a", YEAR, realisasi_tw1=10.0)
    day = date(2026, 8, 1)
    agency = plan.agencies_in(plan.activities["pihak_terlibat"].iloc[0])[0]
    rows = plan.activity_progress
    mine = [no for no, who in zip(rows["no"], rows["pihak_terlibat"], strict=True) if agency in who]
    found = calendar.owed_reports(plan, day, agency)
    assert sorted(report.no for report in found) == sorted(mine)
    assert found[-1].no == "I.1.a"
    ends = {
        report.no: (report.first.position.quarter, report.last.position.quarter) for report in found
    }
    assert ends["I.1.a"] == (2, 2)
    assert set(ends.values()) <= {(2, 2), (1, 2)}
    assert not calendar.owed_reports(plan, date(2026, 3, 31), agency)
    assert not calendar.owed_reports(plan, day, "DINAS LAIN")


@pytest.mark.parametrize(
    ("day", "days", "last"),
    [
        (date(2026, 4, 1), "", "2026-TW1"),  # due at the quarter's end
        (date(2026, 4, 7), "5", "2025-TW4"),
        (date(2026, 4, 8), "5", "2026-TW1"),
        (date(2026, 7, 1), "90", "2025-TW4"),  # longer than a quarter
        (date(2027, 1, 1), "1", "2026-TW3"),
    ],
)
def test_the_last_quarter_due_is_the_one_whose_date_is_over(day, days, last):
    assert calendar.last_due(plan_of(days), day).code == last


def standing_on(day: date, position: Position, **cells) -> Standing:
    plan = plan_of("5", **cells)
    return Standing(plan, position, due_until=calendar.due_until(plan, position, day))


BEFORE, AFTER = date(2026, 10, 7), date(2026, 10, 8)
"""The last day on which TW III comes in time, and the first on which it is late."""
THIRD = Position(2026, 3)


def test_nothing_about_a_quarter_is_missing_or_late_until_it_is_due():
    cells = {"realisasi_tw1": 25.0, "realisasi_tw2": 50.0}
    [row] = standing_on(BEFORE, THIRD, **cells).activities.to_dict("records")
    assert (row["belum_lapor"], row["menunggu"], row["berakhir"]) == (0, 1, 2)
    assert (row["capaian"], row["lampu"]) == (100.0, "hijau")
    [late] = standing_on(AFTER, THIRD, **cells).activities.to_dict("records")
    assert (late["belum_lapor"], late["menunggu"], late["berakhir"]) == (1, 0, 3)
    assert late["lampu"] == "merah"


def test_who_reports_before_the_due_date_is_measured_by_that_quarter():
    cells = {"realisasi_tw1": 25.0, "realisasi_tw2": 50.0, "realisasi_tw3": 60.0}
    before, after = (standing_on(day, THIRD, **cells) for day in (BEFORE, AFTER))
    assert before.sums == after.sums
    assert before.attention == after.attention


def test_a_first_quarter_that_is_not_due_is_scheduled_and_asks_for_nothing():
    day = date(2026, 4, 2)
    standing = standing_on(day, Position(2026, 1))
    assert standing.activities["status"].tolist() == ["Terjadwal"]
    assert (standing.sums.due, standing.attention) == (0, ())
    late = standing_on(date(2026, 4, 8), Position(2026, 1))
    assert late.activities["status"].tolist() == ["Belum ada data"]


def test_a_year_is_not_late_before_its_last_report_is_due():
    cells = {f"realisasi_tw{quarter}": 25.0 * quarter for quarter in (1, 2, 3)}
    end = Position(2026, 4)
    found = [
        standing_on(day, end, **cells).activities["status"].tolist()
        for day in (date(2027, 1, 7), date(2027, 1, 8))
    ]
    assert found == [["Dalam proses"], ["Terlambat"]]


def test_the_boards_headline_counts_what_is_not_due_apart():
    plan = make_plan(years=(YEAR,), groups=1, activities_per_group=2)
    plan = with_document(plan, {schema.REPORTING_DAYS: "5"})
    plan = with_activity(plan, NO, YEAR, realisasi_tw3=75.0)
    due = calendar.due_until(plan, THIRD, BEFORE)
    said = activities.board(quarter_table(plan, THIRD, due), YEAR)
    assert said == "TW III 2026: 1 dari 2 kegiatan hijau; 1 belum jatuh tempo"
    assert activities.board(quarter_table(plan, THIRD), YEAR).endswith("; 1 belum dilaporkan")


def test_what_is_locked_is_no_longer_asked_of_an_agency():
    plan = make_plan((2026,), 1, 1, ("DINAS A",))
    day = date(2027, 1, 10)
    [owed] = calendar.owed_reports(plan, day, "DINAS A")
    assert owed.first.position == Position(2026, 1)
    half, all_of_it = (with_document(plan, {schema.LOCKED: f"2026-TW{last}"}) for last in (2, 4))
    [owed] = calendar.owed_reports(half, day, "DINAS A")
    assert owed.first.position == Position(2026, 3)
    assert calendar.owed_reports(all_of_it, day, "DINAS A") == ()
