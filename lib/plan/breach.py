"""Breaches: where a plan does not keep a rule, named by key and column, never by a place in Excel.

The workbook turns the place into an address, a form into a field.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from lib.plan.change.difference import Place
from lib.plan.ledger import PLACE
from lib.plan.registers.register_sheet import REGISTERS
from lib.plan.schema import Sheet


class Rule(StrEnum):
    """What must hold of a plan; the word is the code of the finding that says it does not."""

    TABLE_EMPTY = "table-empty"
    YEARS_MISSING = "years-missing"
    ACTIVITIES_MISSING = "activities-missing"
    CODE_MISSING = "code-missing"
    CODE_DOUBLED = "code-doubled"
    NUMBER_REPEATED = "number-repeated"
    GROUP_MISSING = "group-missing"
    KEY_DOUBLED = "key-doubled"
    CUMULATIVE_FALLS = "cumulative-falls"
    PERCENT_RANGE = "percent-range"
    AMOUNT_NEGATIVE = "amount-negative"
    BUDGET_OVER = "budget-over"
    REMARK_WITHOUT_OBSTACLE = "remark-without-obstacle"
    LOCK_UNKNOWN = "lock-unknown"
    DECISION_WITHOUT_OBSTACLE = "decision-without-obstacle"
    VERIFICATION_IN_PART = "verification-in-part"
    VERIFICATION_UNEXPLAINED = "verification-unexplained"
    TEXT_LONG = "text-long"
    CHOICE_UNKNOWN = "choice-unknown"
    LINK_INVALID = "link-invalid"
    UNIT_YES_NO = "unit-yes-no"
    UNIT_NUMBER = "unit-number"
    STEP_INVALID = "step-invalid"
    STEPS_FALL = "steps-fall"
    RUBRIC_MISSING = "rubric-missing"
    RUBRIC_LINES = "rubric-lines"
    RUBRIC_ORDER = "rubric-order"
    RUBRIC_UNUSED = "rubric-unused"
    NUMBER_INVALID = "number-invalid"
    DATE_INVALID = "date-invalid"
    ROW_UNNAMED = "row-unnamed"
    ROW_DOUBLED = "row-doubled"
    CELL_MISSING = "cell-missing"
    AGENCY_UNKNOWN = "agency-unknown"
    ACTIVITY_UNKNOWN = "activity-unknown"
    DUE_BEFORE_GIVEN = "due-before-given"
    DONE_UNEXPLAINED = "done-unexplained"
    DONE_UNPROVEN = "done-unproven"
    CONTINUED_NOWHERE = "continued-nowhere"
    STOPPED_UNEXPLAINED = "stopped-unexplained"
    FATE_UNSAID = "fate-unsaid"


ASKED = frozenset({Rule.BUDGET_OVER, Rule.DONE_UNPROVEN, Rule.RUBRIC_UNUSED})
"""Rules that a person's yes may set aside."""

PRINTED = frozenset({Rule.NUMBER_REPEATED, Rule.GROUP_MISSING})
"""What decrees may print: told, and in nobody's way; only two people's changes may not make it."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One rule that is not kept, in one row; two are equal where the same values stand."""

    rule: Rule
    sheet: Sheet
    key: str
    """The row's key in its ledger; blank where a whole table is meant."""
    year: int | None
    columns: tuple[str, ...]
    """The cell to mend first, then those it disagrees with."""
    values: tuple[Any, ...] = ()
    """What stands in the columns; None is blank."""
    first: str | None = None
    """The key of the row that has the same number already."""
    known: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """Names of which the cell may hold one; whoever says the breach may offer the nearest."""

    @property
    def cells(self) -> tuple[Place, ...]:
        """The cells that make the breach."""
        mine = tuple((self.sheet, self.key, self.year, column) for column in self.columns)
        if self.first is None or self.year is not None:
            return mine
        column = self.columns[0] if self.sheet in REGISTERS else PLACE
        return (*mine, (self.sheet, self.first, None, column))
