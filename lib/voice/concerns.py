"""What leadership should look at first, in words."""

from __future__ import annotations

from lib.plan.figures.attention import Attention, Concern, Overdue, Pressing
from lib.plan.position import quarter_label
from lib.plan.registers.directives import Directive
from lib.plan.text.clean_text import one_line
from lib.plan.text.indonesian import day, listing, percent
from lib.typeface.fitting import shorten
from lib.voice import directive_words
from lib.voice.words.sayings import silent_quarters, unreported
from lib.voice.words.signs import assumption

ATTENTION = "Perlu perhatian pimpinan"


def heading(count: int) -> str:
    """Head the list with how many there are: `7 hal perlu perhatian pimpinan`."""
    return f"{count} hal {ATTENTION[0].lower()}{ATTENTION[1:]}" if count else ATTENTION


NOTHING_URGENT = "Tidak ada yang perlu perhatian khusus pada posisi ini."

WHY = 48
"""Letters quoted of a KENDALA."""
ASKED = 72
"""Letters quoted of an instruction."""

_FIXED = {
    Concern.NOT_DONE: "tidak terlaksana",
    Concern.POSTPONED: "ditunda",
    Concern.NO_DATA: "belum ada laporan sejak TW I",
}
DECISION = "Perlu keputusan"
_DECIDED = (Concern.NOT_DONE, Concern.POSTPONED)
_UNASKED = (Concern.UNREPORTED, Concern.DECISION)
"""Who is on the list for these alone need not say why it lags."""


def sentence(item: Pressing) -> str:
    """Say what it is, what is wrong since when, whose, why, and what is asked."""
    return f"{called(item)}{told(item)}"


def called(item: Pressing) -> str:
    """Name the kegiatan and its year: how its sentence begins, and what leads to its card."""
    if isinstance(item, Overdue):
        meeting = one_line(item.directive.meeting)
        return f"{directive_words.named(item.directive)} ({meeting})"
    return f"{one_line(item.name)} ({item.year})"


def key(item: Pressing) -> str:
    """Return the code of the kegiatan whose card the mention leads to; "" for none."""
    return item.directive.activity if isinstance(item, Overdue) else item.no


def told(item: Pressing) -> str:
    """Say the rest of the sentence behind the name."""
    if isinstance(item, Overdue):
        return _told_of_directive(item.directive)
    asked = f"{decision(item)}. " if item.decision else ""
    return f": {what(item)}. {asked}{_whose(item)}"


def decision(item: Attention) -> str:
    """Say whose decision is asked for; "" where nobody's is."""
    return f"{DECISION} {item.decision}" if item.decision else ""


def _told_of_directive(one: Directive) -> str:
    """Say what an instruction asks of whom, and since when it is overdue."""
    asked = shorten(one_line(one.words), ASKED).rstrip(".")
    due = f", tenggat {day(one.due)}" if one.due else ""
    return f": {asked}{'' if asked.endswith('…') else '.'} {directive_words.who(one)}{due}"


def what(item: Attention) -> str:
    """Say what is wrong and since when."""
    if item.concern in _DECIDED:
        last = quarter_label(item.reported) if item.reported else ""
        reported = f"; terakhir {percent(item.actual)} pada {last}" if last else ""
        return f"{_FIXED[item.concern]}{reported}"
    if item.concern in _FIXED:
        return _FIXED[item.concern]
    if item.concern is Concern.DECISION:
        return f"realisasi {percent(item.actual)}" if item.reported else "belum mulai dilaporkan"
    if item.concern is Concern.LATE:
        goal = f"di bawah target{assumption(item.behind_assumed)}"
        return f"baru {percent(item.actual)}{_since(item, goal)}"
    if item.concern is Concern.UNREPORTED:
        return unreported(item.ended, item.owed)
    goal = f"{percent(item.target)}{assumption(item.assumed)}"
    return f"realisasi {percent(item.actual)} dari target {goal}{_since(item, 'tertinggal')}"


def _since(item: Attention, state: str) -> str:
    """Say since which quarter of its year a kegiatan is in a state; "" where no cell tells."""
    return f", {state} sejak {quarter_label(item.behind.quarter)}" if item.behind else ""


def _whose(item: Attention) -> str:
    """Say whose it is, with the first words of what hinders, or what they are asked for."""
    who = listing(map(one_line, item.agencies)) or "Pihak terlibat"
    why = shorten(one_line(item.obstacle), WHY).rstrip(".")
    asked = _asked(item)
    if not asked:
        return f"{who}: {why}"
    request = f"{who} diminta {asked}"
    return f"Kendala: {why}{'' if why.endswith('…') else '.'} {request}" if why else request


def _asked(item: Attention) -> str:
    if item.concern is Concern.NO_DATA:
        return "menyampaikan laporan pertama"
    wanted = []
    if item.owed:
        wanted.append(f"melaporkan {silent_quarters(item.ended, item.owed)}")
    missing = [
        word
        for word, cell in (("kendala", item.obstacle), ("tindak lanjut", item.follow_up))
        if not cell
    ]
    if missing and item.concern not in _UNASKED:
        wanted.append(f"menuliskan {listing(missing)}")
    return listing(wanted)
