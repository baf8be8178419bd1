"""Breaches: where a plan does not keep a rule, named by key and column, never by a place in Excel.

The workbook turns the place into an address, a form into a field.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lib.plan.change.difference import Place
from lib.plan.ledger import PLACE
from lib.plan.schema import Sheet


class Rule(StrEnum):
    """What must hold of a plan; the word is the code of the finding that says it does not."""

    TABLE_EMPTY = "table-empty"
    YEARS_MISSING = "years-missing"
    ACTIVITIES_MISSING = "activities-missing"
    CODE_MISSING = "code-missing"
    CODE_DOUBLED = "code-doubled"
    GROUP_MISSING = "group-missing"
    KEY_DOUBLED = "key-doubled"
    CUMULATIVE_FALLS = "cumulative-falls"
    PERCENT_RANGE = "percent-range"
    AMOUNT_NEGATIVE = "amount-negative"
    BUDGET_OVER = "budget-over"
    REMARK_WITHOUT_OBSTACLE = "remark-without-obstacle"
    TEXT_LONG = "text-long"
    CHOICE_UNKNOWN = "choice-unknown"
    LINK_INVALID = "link-invalid"
    UNIT_YES_NO = "unit-yes-no"
    UNIT_NUMBER = "unit-number"
    NUMBER_INVALID = "number-invalid"


ASKED = frozenset({Rule.BUDGET_OVER})
"""Rules that a person's yes may set aside."""


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

    @property
    def cells(self) -> tuple[Place, ...]:
        """The cells that make the breach."""
        mine = tuple((self.sheet, self.key, self.year, column) for column in self.columns)
        if self.first is None or self.year is not None:
            return mine
        return (*mine, (self.sheet, self.first, None, PLACE))
