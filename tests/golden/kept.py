"""Comparing a description with the one kept, line by line."""

from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import Path

FOLDER = Path(__file__).parent / "texts"
_CHANGING = (
    (re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4} \d{2}\\?\.\d{2} WIB"), "‹waktu›"),
    (re.compile(r"((?:kode|\|) )[0-9a-f]{8}\b"), r"\1‹kode›"),
)
"""When a version was stored, and the hash that names it."""
_SHOWN = 60
"""Lines of a difference that a failure shows."""


def settled(text: str) -> str:
    """Return a text without what is different in every store."""
    for pattern, word in _CHANGING:
        text = pattern.sub(word, text)
    return text


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in settled(text).splitlines()) + "\n"


def compare(name: str, text: str, renew: bool) -> None:
    """Assert that a description is the one kept under a name, or keep it."""
    path, found = FOLDER / f"{name}.txt", _lines(text)
    if renew:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
        return
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = list(unified_diff(kept.splitlines(), found.splitlines(), "kept", "now", "", "", 1, ""))
    assert not lines, "\n".join([f"{name} changed:", *lines[:_SHOWN]])
