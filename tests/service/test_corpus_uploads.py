"""Foreign spreadsheets brought to the upload: each refused with a cause, the store untouched."""

from pathlib import Path

import pytest

from lib.findings.finding import Severity
from lib.service import changing
from lib.service.actor import LOCAL_ADMIN
from lib.service.changing import NotReady
from lib.service.library import Library
from lib.service.proposal import Question
from lib.service.startup import open_library

FOLDER = Path(__file__).parents[2].parent / "shared" / "corpus"
FILES = sorted(path for path in FOLDER.glob("*") if path.name != "manifest.json")

pytestmark = pytest.mark.skipif(not FILES, reason="shared/corpus is not on this machine")


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    return open_library(tmp_path_factory.mktemp("corpus"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_foreign_file_is_refused_with_a_cause_and_changes_nothing(library, path):
    before = library.store.plans()
    proposal = changing.check(library, LOCAL_ADMIN, path.read_bytes(), path.name)
    causes = proposal.of(Severity.ERROR)
    assert causes
    assert all(cause.seen and cause.advice for cause in causes)
    with pytest.raises(NotReady):
        changing.apply(library, LOCAL_ADMIN, proposal, yes=set(Question))
    assert library.store.plans() == before
