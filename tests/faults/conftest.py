"""Fault tests say what they measured: each figure stands in the summary of the run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.store.conftest import new_postgresql, postgresql
from tests.ui.conftest import open_page, stores

__all__ = ["new_postgresql", "open_page", "postgresql", "stores"]


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    """Whether to take the time for many more faults."""
    return bool(request.config.getoption("--long"))


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say what a test measured: `figure("4 kills, 0 lost")`."""
    return lambda words: record_property("figure", words)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path) -> str:
    """Where a new library may be: a data folder, or an address of a real PostgreSQL server."""
    if request.param == "sqlite":
        return str(tmp_path / "data")
    return request.getfixturevalue("new_postgresql")()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [r for outcome in ("passed", "failed") for r in terminalreporter.getreports(outcome)]
    told = [
        (report.nodeid.rpartition("::")[2], words)
        for report in reports
        for name, words in getattr(report, "user_properties", ())
        if name == "figure" and report.when == "call"
    ]
    if told:
        terminalreporter.section("figures of the fault tests")
    for name, words in told:
        terminalreporter.line(f"{name}: {words}")
