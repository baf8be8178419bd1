"""Two proposals that must be one: by a form, and by the same words in a workbook's cells."""

from __future__ import annotations

from lib.plan.record import packed
from lib.service.proposal import Proposal
from lib.voice.changes import sentence


def assert_same_proposal(filled: Proposal, sent: Proposal) -> None:
    """Assert that both find, change, ask and would store the same."""
    assert filled.findings == sent.findings
    assert filled.changes == sent.changes
    assert [*map(sentence, filled.changes)] == [*map(sentence, sent.changes)]
    assert filled.accepted == sent.accepted
    assert filled.questions == sent.questions
    assert filled.proposed is not None
    assert sent.proposed is not None
    assert packed(filled.proposed) == packed(sent.proposed)
