"""Options of the whole test-suite, and the servers and browsers that tests share."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.browser import LAPTOP, Server, Tab, launched, serving

settings.register_profile(
    "short", max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("short"), max_examples=500)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="draw many more examples")
    parser.addoption("--renew", action="store_true", help="keep what the golden texts say now")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("long" if config.getoption("--long") else "short")


def pytest_collection_finish() -> None:
    """Spare the collector what stays to the end anyway: the modules and the tests themselves.

    It took a tenth of the time, walking through them again and again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether what is seen now shall be kept as golden text instead of compared with it."""
    return bool(request.config.getoption("--renew"))


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    """Whether to take the time for much more."""
    return bool(request.config.getoption("--long"))


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say what a test measured: `figure("4 kills, 0 lost")`."""
    return lambda words: record_property("figure", words)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Put the log of each server a failed test used below its report."""
    report = yield
    if report.failed:
        for name, value in getattr(item, "funcargs", {}).items():
            if isinstance(value, Server):
                report.sections.append((f"log of {name}", value.log.read_text()[-5000:]))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [r for outcome in ("passed", "failed") for r in terminalreporter.getreports(outcome)]
    told = [
        (report.nodeid.rpartition("::")[2], words)
        for report in reports
        for name, words in getattr(report, "user_properties", ())
        if name == "figure" and report.when == "call"
    ]
    if told:
        terminalreporter.section("figures")
    for name, words in told:
        terminalreporter.line(f"{name}: {words}")


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bool], Server]]:
    """Servers for tests that only look: `shared_server(sample)`, one per data set."""
    running: dict[bool, Server] = {}
    with ExitStack() as stack:

        def serve(sample: bool) -> Server:
            if sample not in running:
                folder = tmp_path_factory.mktemp("server")
                running[sample] = stack.enter_context(serving(folder, sample=sample))
            return running[sample]

        yield serve


@pytest.fixture
def server(tmp_path) -> Iterator[Callable[..., Server]]:
    """Servers of one test alone: `server(sample=True, RENCANA_REQUIRE_LOGIN="1")`."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(
            serving(tmp_path / f"server-{options.get('sample', False)}", **options)
        )


# Not for the session: Playwright keeps an event loop running in this thread as long as it
# lives, which code under test that starts its own would trip over.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium; where the machine has none, the tests fail and say what to install."""
    with launched() as running:
        yield running


@pytest.fixture
def new_tab(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """Tabs in profiles of their own: `new_tab(**options of a browser context)`."""
    with ExitStack() as stack:

        def open_tab(**options: object) -> Tab:
            context = browser.new_context(**{"viewport": LAPTOP, "locale": "id-ID", **options})
            stack.callback(context.close)
            return Tab.of(context)

        yield open_tab


@pytest.fixture
def tab(new_tab: Callable[..., Tab]) -> Tab:
    """A tab in a fresh profile, as large as a leader's laptop."""
    return new_tab()
