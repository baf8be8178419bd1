"""Why a file gives no plan."""

from __future__ import annotations


class NoPlan(Exception):
    """No table of a plan was found; `tables` counts those there are."""

    def __init__(self, tables: int) -> None:
        super().__init__("no plan")
        self.tables = tables


class NoText(Exception):
    """No column is used for what is done."""


class TooLong(Exception):
    """The table has more rows than a plan may have."""

    def __init__(self, rows: int) -> None:
        super().__init__("too long")
        self.rows = rows
