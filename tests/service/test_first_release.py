"""A store that the first release made, with its own code, opened by today's.

`first_release/` holds the store, two copies downloaded from it, and what that release said of
each version.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lib.plan.plan import Stamp
from lib.plan.schema import ACTUALS
from lib.service import changing
from lib.service.access.identity import open_identity
from lib.service.actor import LOCAL_ADMIN, VISITOR, Actor, Role
from lib.service.library import Library
from lib.service.startup import FILE, open_library, open_store
from lib.service.verification import verify
from lib.store import old_versions
from lib.store.store import Store
from lib.workbook.reading import reader
from tests.factory import assert_same_plan
from tests.service.books import edited

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "first_release"
VERSIONS = json.loads((KEPT / "versions.json").read_text(encoding="utf-8"))
PLAN, SAMPLE = VERSIONS


@pytest.fixture
def data(tmp_path) -> Path:
    shutil.copy(KEPT / FILE, tmp_path / FILE)
    return tmp_path


@pytest.fixture
def library(data) -> Library:
    return open_library(data)


@pytest.mark.parametrize("plan_id", VERSIONS)
def test_versions_keep_their_codes_numbers_and_audit(library, plan_id):
    found = [
        {
            "number": version.number,
            "code": version.code,
            "author": version.author,
            "note": version.note,
            "kind": version.kind,
            "counts": version.counts,
            "filled": int(_progress(library, plan_id, version.number)[list(ACTUALS)].sum().sum()),
        }
        for version in library.log(VISITOR, plan_id)
    ]
    assert found == VERSIONS[plan_id]
    assert list(verify(library, LOCAL_ADMIN)) == []


def _progress(library: Library, plan_id: str, number: int):
    return library.snapshot(VISITOR, plan_id, number).plan.activity_progress


def test_a_version_says_what_its_workbook_says(library):
    for kept in VERSIONS[PLAN]:
        content = old_versions.workbook(library.store.engine, (PLAN, kept["number"]))
        snapshot = library.snapshot(VISITOR, PLAN, kept["number"])
        written = replace(reader.read(content), stamp=Stamp(PLAN))  # in the first scheme
        assert_same_plan(snapshot.plan, written)
        assert library.find(VISITOR, PLAN, kept["code"].upper()) is not None
        assert snapshot.code == kept["code"]


def test_accounts_and_received_files_are_still_there(library):
    accounts = open_identity(library.store, 8).accounts.all(LOCAL_ADMIN)
    assert [(account.name, account.role) for account in accounts] == [
        ("admin", Role.ADMIN),
        ("pengamat", Role.VIEWER),
        ("siti", Role.OPERATOR),
    ]
    received = library.received(LOCAL_ADMIN, PLAN, 3)
    assert received is not None
    assert received.name == "dinkominfo.xlsx"
    assert received.content.startswith(b"PK")


def test_a_copy_downloaded_from_the_old_release_merges_on_its_version(library):
    copy = edited((KEPT / "versi-2.xlsx").read_bytes(), I7=0.3)
    proposal = changing.check(library, LOCAL_ADMIN, copy, "lama.xlsx")
    assert (proposal.base, proposal.head) == (2, 6)
    assert [(change.key, change.after) for change in proposal.changes] == [("II.1.a", 30)]
    assert changing.apply(library, LOCAL_ADMIN, proposal, "catatan", yes=proposal.questions) == 7
    assert list(verify(library, LOCAL_ADMIN)) == []


def test_an_operator_sends_back_a_copy_of_version_one(library):
    operator = Actor("siti", "Siti", Role.OPERATOR, "DINKOMINFO")
    copy = edited((KEPT / "versi-1.xlsx").read_bytes(), K6=0.7)
    proposal = changing.check(library, operator, copy, "lama.xlsx")
    assert proposal.base == 1
    assert [change.column for change in proposal.changes] == ["realisasi_tw3"]
    assert changing.apply(library, operator, proposal, "catatan", yes=proposal.questions) == 7


def test_going_back_to_a_version_of_the_old_release(library):
    proposal = changing.propose_rollback(library, LOCAL_ADMIN, PLAN, 2)
    number = changing.apply(library, LOCAL_ADMIN, proposal, "catatan", yes=proposal.questions)
    new, old = (library.snapshot(VISITOR, PLAN, n) for n in (number, 2))
    assert_same_plan(new.plan, old.plan)
    assert list(verify(library, LOCAL_ADMIN)) == []


ADDED_COLUMN = """
import sys
from pathlib import Path
from lib.plan import schema
more = (*schema.ACTIVITY_COLUMNS, schema.Column("perlu", "PERLU KEPUTUSAN"))
schema.ACTIVITY_COLUMNS = schema.PROGRESS_COLUMNS[schema.Sheet.ACTIVITY_PROGRESS] = more
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import open_library
from lib.service.verification import verify
library = open_library(Path(sys.argv[1]))
for record in library.plans(LOCAL_ADMIN):
    for version in library.log(LOCAL_ADMIN, record.id):
        frame = library.snapshot(LOCAL_ADMIN, record.id, version.number).plan.activity_progress
        assert frame["perlu"].isna().all()
        print(record.id, version.number, version.code)
assert list(verify(library, LOCAL_ADMIN)) == []
"""


@pytest.mark.parametrize("opened_before", [False, True])
def test_an_old_store_opens_after_a_column_was_added(data, opened_before):
    if opened_before:
        open_library(data).store.close()
    told = subprocess.run(
        [sys.executable, "-c", ADDED_COLUMN, str(data)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stderr == ""
    expected = [f"{plan} {v['number']} {v['code']}" for plan in VERSIONS for v in VERSIONS[plan]]
    assert told.stdout.splitlines() == expected


OPENING = "import sys; from pathlib import Path; from lib.service.startup import open_library; "


def test_processes_that_open_it_at_once_give_each_version_one_record(data):
    command = [sys.executable, "-c", OPENING + "open_library(Path(sys.argv[1]))", str(data)]
    openers = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
    assert [opener.wait(120) for opener in openers] == [0, 0]
    store = open_store(data)
    assert old_versions.unrecorded(store.engine) == ()
    assert list(verify(Library(store), LOCAL_ADMIN)) == []


KILLED = (
    OPENING
    + "import os; from sqlalchemy import event; from lib.store.store import Engine; seen = []\n"
    + "@event.listens_for(Engine, 'before_cursor_execute')\n"
    + "def die(*call):\n"
    + "    seen.append(call[2].startswith('INSERT INTO record'))\n"
    + "    if sum(seen) == 4: os.kill(os.getpid(), 9)\n"
    + "open_library(Path(sys.argv[1]))"
)


def test_a_process_killed_while_it_gives_records_leaves_none(data):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(data)], cwd=ROOT, check=False)
    assert killed.returncode == -9
    store = open_store(data)
    assert len(old_versions.unrecorded(store.engine)) == sum(map(len, VERSIONS.values()))
    store.close()
    assert list(verify(open_library(data), LOCAL_ADMIN)) == []


def test_it_moves_to_postgresql_and_gets_its_records_there(new_postgresql, data):
    url = new_postgresql()
    target = Store.open(url)
    target.restore(data / FILE)
    target.close()
    library = open_library(data / "lain", url)
    assert old_versions.unrecorded(library.store.engine) == ()
    assert [v.code for v in library.log(VISITOR, SAMPLE)] == [v["code"] for v in VERSIONS[SAMPLE]]
    assert list(verify(library, LOCAL_ADMIN)) == []
    library.store.close()
