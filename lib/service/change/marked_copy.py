"""The person's own file with what is wrong marked in it."""

from __future__ import annotations

from dataclasses import replace

from lib.findings.finding import Finding, Severity
from lib.service.proposal import Proposal
from lib.workbook import intake
from lib.workbook.writing import marking


def of(content: bytes, reading: intake.Reading) -> bytes | None:
    """Mark each mistake, where there is one and the file can be opened."""
    to_mend = [f for f in reading.findings if f.severity is not Severity.NOTICE]
    return marking.mark(content, reading.findings) if to_mend and reading.places else None


def with_found(proposal: Proposal, found: tuple[Finding, ...]) -> Proposal:
    """Return the proposal with mistakes that only the store could tell, marked in its file, too."""
    if not found:
        return proposal
    read = (*found, *proposal.read)
    marked = marking.mark(proposal.upload, read) if proposal.upload else None
    return replace(proposal, read=read, marked=marked)


def with_judged(proposal: Proposal) -> Proposal:
    """Return the proposal with what only the comparison found wrong marked, too."""
    wrong = [item for item in proposal.judged if item.severity is Severity.ERROR and item.cell]
    if not wrong or proposal.upload is None:
        return proposal
    return replace(proposal, marked=marking.mark(proposal.upload, (*proposal.read, *wrong)))
