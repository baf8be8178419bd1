"""What a kegiatan is called where there is no room for its decreed words: one rule for all."""

from __future__ import annotations

import re
from collections import Counter

from lib.plan.plan import Plan
from lib.plan.text.clean_text import one_line

LONGEST = 40
"""Letters of a name that is made from the decreed words."""
_KIND = re.compile(r"^kegiatan\s+", re.IGNORECASE)
_LOOSE = frozenset(("dan", "di", "dari", "dengan", "ke", "oleh", "pada", "serta", "tentang"))
"""Words that no name ends with."""


def short_names(plan: Plan) -> dict[str, str]:
    """Name each kegiatan of a plan by its code: as stated, else from the decreed words.

    Where two would be called the same, each carries its code behind its name.
    """
    found = {}
    for row in plan.activities.to_dict("records"):
        found[row["kode"]] = short_name(row["nama_singkat"], row["uraian"])
    count = Counter(found.values())
    return {code: f"{name} {code}" if count[name] > 1 else name for code, name in found.items()}


def short_name(stated: object, printed: object) -> str:
    """Return the stated short name or, where there is none, one made from the decreed words.

    Made without the leading word "Kegiatan" and without what stands in brackets, cut at a word.
    """
    if isinstance(stated, str) and stated.strip():
        return one_line(stated)
    whole = one_line(printed) if isinstance(printed, str) else ""
    name = _without_kind(whole)
    return _cut(name.partition("(")[0].strip() or name)


def _without_kind(text: str) -> str:
    """Drop the word "Kegiatan", but not from "Kegiatan ke-1"."""
    rest = _KIND.sub("", text)
    return text if rest[:1].islower() else rest


def _cut(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    words = name[: LONGEST + 1].rsplit(" ", 1)[0].split()
    while len(words) > 1 and words[-1].casefold() in _LOOSE:
        words.pop()
    return f"{' '.join(words)[:LONGEST].rstrip(' ,;:-')}…"
