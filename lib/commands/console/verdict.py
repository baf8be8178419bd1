"""What is said of a checked file, as JSON or as lines to read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lib.findings.finding import SEVERITY_WORDS, Finding
from lib.plan.change.difference import Change
from lib.plan.change.merge import Conflict
from lib.service.proposal import Proposal


def as_record(path: Path, proposal: Proposal, version: int | None = None) -> dict[str, Any]:
    """Return what is told as JSON; `version` is the number that applying it made, if it did."""
    return {
        "file": str(path),
        "accepted": proposal.accepted,
        "findings": [_finding(finding) for finding in proposal.findings],
        # A refused cell is blank in what was read: what a refused file changes is not known.
        "changes": [_change(each) for each in proposal.changes] if proposal.accepted else [],
        "conflicts": [_conflict(each) for each in proposal.conflicts] if proposal.accepted else [],
        "base": proposal.base,
        "version": version,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    names = ("code", "severity", "sheet", "cell", "seen", "expected", "advice")
    return {name: getattr(finding, name) for name in names}


def _change(change: Change) -> dict[str, Any]:
    values = {name: getattr(change, name) for name in ("column", "before", "after", "kind")}
    return {"sheet": change.sheet, "key": _key(change), **values}


def _conflict(conflict: Conflict) -> dict[str, Any]:
    values = {name: getattr(conflict, name) for name in ("column", "base", "theirs", "mine")}
    return {"sheet": conflict.sheet, "key": _key(conflict), **values}


def _key(cell: Change | Conflict) -> str:
    """Name a row as its key does, such as `II.1.a 2024`."""
    return " ".join(str(part) for part in (cell.key, cell.year) if part)


def as_lines(path: Path, proposal: Proposal) -> list[str]:
    """Return lines for a person: the outcome, then each finding with its place and advice."""
    counts = [
        f"{sum(finding.severity is severity for finding in proposal.findings)} {word}"
        for severity, word in SEVERITY_WORDS.items()
    ]
    outcome = "dapat diterima" if proposal.accepted else "ditolak"
    lines = [f"{path}: {outcome} ({', '.join(counts)})"]
    for finding in proposal.findings:
        place = finding.place or "berkas"
        lines.append(f"  {SEVERITY_WORDS[finding.severity]} di {place}: {finding.seen}")
        lines += [f"      {words}" for words in (finding.expected, finding.advice) if words]
    if proposal.changes or proposal.conflicts:
        lines.append(f"  {len(proposal.changes)} perubahan, {len(proposal.conflicts)} bentrokan")
    return lines
