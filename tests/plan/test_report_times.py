"""When figures were reported: in time, late, never, and how old each agency's are."""

from datetime import UTC, date, datetime

import pytest

from lib.plan import schema
from lib.plan.plan import Plan
from lib.plan.reporting.report_times import ReportTimes, Written, agency_reports
from lib.plan.schema import Sheet
from lib.voice import punctuality
from lib.voice.freshness import agency_freshness
from tests.factory import make_plan, with_activity, with_document, with_indicator

YEAR, NO = 2026, "I.1.a"
AGENCIES = ("DINAS A", "DINAS B")
TODAY = date(2026, 10, 9)
"""One day after TW III was due, five working days after its end."""


def plan_of(days: str = "5") -> Plan:
    """Two kegiatan in one year: the first is DINAS A's, the second is of both agencies."""
    plan = make_plan((YEAR,), groups=1, activities_per_group=2, agencies=AGENCIES)
    return with_document(plan, {schema.REPORTING_DAYS: days})


def written(quarter: int, when: date, key: str = NO, is_blank: bool = False) -> Written:
    time = datetime(when.year, when.month, when.day, 3, tzinfo=UTC)
    return Written(Sheet.ACTIVITY_PROGRESS, key, YEAR, f"realisasi_tw{quarter}", time, is_blank)


def reported(quarters: int, plan: Plan | None = None) -> Plan:
    cells = {f"realisasi_tw{quarter}": 10.0 * quarter for quarter in range(1, quarters + 1)}
    return with_activity(plan or plan_of(), NO, YEAR, **cells)


def test_a_report_is_in_time_or_late_by_the_version_that_first_held_it():
    times = ReportTimes(
        (
            written(1, date(2026, 4, 7)),
            written(2, date(2026, 7, 10)),
            written(1, date(2026, 9, 1)),  # corrected: it came in time all the same
        )
    )
    [one, other] = agency_reports(reported(2), times, TODAY, AGENCIES)
    assert (one.in_time, one.late, one.latest) == (1, 1, 3)
    assert one.last == times.last == datetime(2026, 9, 1, 3, tzinfo=UTC)
    assert (other.in_time, other.late, other.last, other.has_reported) == (0, 0, None, False)


def test_a_figure_that_was_cleared_counts_from_when_it_came_back():
    times = ReportTimes(
        (
            written(1, date(2026, 4, 1)),
            written(1, date(2026, 4, 2), is_blank=True),
            written(1, date(2026, 4, 9)),
        )
    )
    [one, _] = agency_reports(reported(1), times, TODAY, AGENCIES)
    assert (one.in_time, one.late, one.latest) == (0, 1, 2)


def test_what_a_plan_was_added_with_is_neither_in_time_nor_late():
    [one, _] = agency_reports(reported(2), ReportTimes(()), TODAY, AGENCIES)
    assert (one.in_time, one.late, one.last, one.has_reported) == (0, 0, None, True)
    row = punctuality.per_agency([one], TODAY, is_stated=True).iloc[0]
    assert row["Terakhir melapor"] == punctuality.WITHOUT_TIME


def test_what_is_owed_counts_from_its_oldest_quarter_and_what_is_not_due_apart():
    [_, other] = agency_reports(reported(0), ReportTimes(()), date(2026, 10, 7), AGENCIES)
    assert (other.owed, other.not_due) == (2, 1)
    assert other.owed_since
    assert other.owed_since.position.code == "2026-TW1"
    [_, later] = agency_reports(reported(0), ReportTimes(()), TODAY, AGENCIES)
    assert (later.owed, later.not_due) == (3, 0)


def test_a_kegiatan_of_two_agencies_counts_for_both_and_rows_left_out_for_none():
    plan = plan_of()
    both = agency_reports(plan, ReportTimes(()), TODAY, AGENCIES)
    assert [one.owed for one in both] == [6, 3]
    first = plan.activity_progress.index[:1]
    narrowed = agency_reports(plan, ReportTimes(()), TODAY, AGENCIES, first)
    assert [one.owed for one in narrowed] == [3, 0]


def test_an_indicators_realisasi_is_a_report_of_its_agency():
    plan = with_indicator(plan_of(), "1.a", YEAR, realisasi=3.0, penanggung_jawab="DINAS B")
    when = datetime(2026, 5, 1, tzinfo=UTC)
    entry = Written(Sheet.INDICATOR_PROGRESS, "1.a", YEAR, "realisasi", when, False)
    [one, other] = agency_reports(plan, ReportTimes((entry,)), TODAY, AGENCIES)
    assert (one.last, one.has_reported) == (None, False)
    assert (other.last, other.has_reported) == (when, True)


def test_who_never_reported_stands_apart_and_is_not_said_to_be_old():
    times = ReportTimes((written(1, date(2026, 4, 1)),))
    found = agency_reports(reported(1), times, TODAY, AGENCIES)
    table = punctuality.per_agency(found, TODAY, is_stated=True)
    assert table["Perangkat daerah"].tolist() == ["DINAS A"]
    [said] = punctuality.never(found, TODAY, is_stated=True)
    assert said == "DINAS B (3 laporan sejak TW I 2026, lewat 185 hari)"
    assert agency_freshness("DINAS B", None, False) == "DINAS B belum pernah melapor"


@pytest.mark.parametrize("stated", [True, False])
def test_nobody_is_called_late_where_the_plan_states_no_due_date(stated):
    times = ReportTimes((written(1, date(2026, 5, 1)),))
    found = agency_reports(reported(1), times, TODAY, AGENCIES)
    table = punctuality.per_agency(found, TODAY, stated)
    assert ("Terlambat" in table.columns) == stated
    said = punctuality.sentence(found[0], TODAY, stated)
    assert ("terlambat 1 laporan, paling lama 24 hari" in said) == stated
    assert ("lewat" in said) == stated
