"""Instructions of meetings in words."""

from __future__ import annotations

from datetime import date

from lib.plan.registers.directives import Directive
from lib.plan.text.clean_text import one_line
from lib.plan.text.indonesian import day as written
from lib.plan.text.indonesian import listing

STILL_OPEN = "Arahan rapat yang masih terbuka"
WORDS = 160
"""Letters quoted of an instruction where there is little room."""


def named(one: Directive) -> str:
    """Name an instruction by its number."""
    return f"Arahan {one.no}"


def origin(one: Directive) -> str:
    """Say which meeting gave it and when, such as `Rapat evaluasi, 8 Juli 2024`."""
    parts = (one_line(one.meeting), written(one.given) if one.given else "")
    return ", ".join(part for part in parts if part)


def who(one: Directive) -> str:
    """Name who carries it out."""
    return listing(map(one_line, one.agencies)) or "Belum ada penanggung jawab"


def until(one: Directive, today: date) -> str:
    """Say until when, and whether that is over."""
    if one.due is None:
        return "tanpa tenggat"
    over = ", sudah lewat" if one.is_overdue(today) else ""
    return f"tenggat {written(one.due)}{over}"


def headline(found: tuple[Directive, ...], today: date) -> str:
    """Say how many instructions are open, and how many of them overdue."""
    over = sum(one.is_overdue(today) for one in found)
    late = f", {over} di antaranya lewat tenggat" if over else ""
    return f"{len(found)} arahan rapat masih terbuka{late}"
