"""The app as a script: the frame on a throw-away store, without a browser."""

import shutil
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import event
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from lib.plan import record
from lib.service import changing, library, plan_choice
from lib.service.access.identity import open_identity
from lib.service.actor import LOCAL_ADMIN, Actor, Role
from lib.service.library import Library
from lib.service.startup import open_library
from lib.ui.viewer import screen, services, session
from lib.workbook.writing import writer
from tests.briefing.cases import reported_big_plan

PASSWORD = "gunung dieng dingin"
"""Of `kepala`, an admin whose account is in every store."""
FRAME = "../../lib/ui/frame.py"

# What is installed does not change meanwhile, and each AppTest would read the papers of every
# package anew: longer than most pages take.
_installed_components = cache(manifest_scanner.scan_component_manifests)
# A plan is its record, and no test changes one that was read: the copies of a store share it.
_unpacked = lru_cache(maxsize=64)(record.unpacked)


@pytest.fixture(params=["empty", "sample"])
def state(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new store of each state, to be copied."""
    folder = tmp_path_factory.mktemp("stores")
    for state in ("empty", "sample"):
        _with_account(open_library(folder / state, sample=state == "sample")).store.close()
    large = _with_account(open_library(folder / "big"))
    proposal = changing.check(
        large, LOCAL_ADMIN, writer.write(reported_big_plan()), "rencana-baru.xlsx"
    )
    changing.apply(large, LOCAL_ADMIN, proposal, yes=proposal.questions)
    plan_choice.make_default(large, LOCAL_ADMIN, proposal.plan_id)
    large.store.close()
    return folder


def _with_account(library: Library) -> Library:
    accounts = open_identity(library.store, session_hours=8).accounts
    accounts.add(LOCAL_ADMIN, "kepala", Role.ADMIN, display="Kepala Bagian", password=PASSWORD)
    return library


@pytest.fixture
def open_page(stores, tmp_path, monkeypatch) -> Callable[..., AppTest]:
    """Open a page by its address: `open_page("linimasa", sample=True, tahun="2024")`.

    The state `big` is the decree's plan beside the one of 60 kegiatan, which is the default.
    """

    def open_page(
        page: str = "",
        *,
        sample: bool = False,
        state: str = "",
        fresh: bool = True,
        actor: Actor = LOCAL_ADMIN,
        **address: str,
    ) -> AppTest:
        data = tmp_path / (state or ("sample" if sample else "empty"))
        if fresh:
            shutil.copytree(stores / data.name, data, dirs_exist_ok=True)
        monkeypatch.setenv("RENCANA_DATA", str(data))
        monkeypatch.setenv("RENCANA_SAMPLE", "1" if data.name == "sample" else "")
        monkeypatch.setattr(session, "actor", lambda: actor)
        monkeypatch.setattr(manifest_scanner, "scan_component_manifests", _installed_components)
        monkeypatch.setattr(library, "unpacked", _unpacked)
        st.cache_resource.clear()
        app = AppTest.from_file(FRAME, default_timeout=30)
        # As a deep link does: the page is known before the first run. `switch_page` needs a run
        # first, in which bound widgets would read an address that is not there yet.
        app._page_hash = calc_hash(page) if page else ""
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return open_page


@pytest.fixture
def on_a_phone(monkeypatch) -> None:
    """Have every page opened by a phone."""
    monkeypatch.setattr(screen, "on_phone", lambda: True)


@pytest.fixture
def statements(request):
    """Every SQL statement from now on, as the database gets it."""
    seen: list[str] = []

    def listen() -> list[str]:
        engine = services.library().store.engine

        def note(_connection, _cursor, statement, *_rest):
            seen.append(" ".join(statement.split()))

        event.listen(engine, "before_cursor_execute", note)
        request.addfinalizer(lambda: event.remove(engine, "before_cursor_execute", note))
        return seen

    return listen
