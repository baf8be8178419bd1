"""Which entry stands under which: levels told by numbers, columns and looks.

Going down the table, a stack holds the levels that are open. A number of a family that is open
closes what is deeper; a family not seen yet opens a deeper level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from lib.decree.tree.entries import TreeEntry, outer_number
from lib.decree.words import numbering
from lib.decree.words.numbering import Number
from lib.plan import schema
from lib.plan.levels import free, number_code

HEADING_LEVELS = 3
_HIGH = frozenset(("A", "I"))  # families that count headings


@dataclass(frozen=True)
class Node:
    """An entry with its place in the tree."""

    entry: TreeEntry
    depth: int
    """From 0, as the table nests."""
    parent: int | None
    """Index of the heading it stands under."""
    is_heading: bool
    level: int
    """1 to 3 for headings; for what is carried out, one more than its heading's."""
    code: str = ""


@dataclass(frozen=True, slots=True)
class _Open:
    family: str
    value: int = 0
    parts: int = -1
    """Of a number; -1 for what has none."""


def arrange(
    entries: Sequence[TreeEntry],
    has_details: Callable[[TreeEntry], bool],
    chosen: Mapping[str, str] | None = None,
    numbers: Mapping[str, str] | None = None,
) -> tuple[Node, ...]:
    """Arrange a table's entries as a tree.

    `chosen` gives levels by the entries' places, `numbers` what is printed before them; a number
    so given names its row and moves it nowhere.
    """
    detailed = [has_details(entry) for entry in entries]
    depths = _depths(entries, detailed)
    headings = _headings(entries, depths, detailed)
    for index, entry in enumerate(entries):
        wanted = (chosen or {}).get(entry.place, "")
        if wanted.isdecimal():
            depths[index], headings[index] = int(wanted) - 1, True
        elif wanted:
            headings[index] = False
    told = [_renumbered(entry, (numbers or {}).get(entry.place)) for entry in entries]
    nodes = [
        Node(entry, depth, _parent(index, depths, headings), heading, 0)
        for index, (entry, depth, heading) in enumerate(zip(told, depths, headings, strict=True))
    ]
    levelled: list[Node] = []
    for node in nodes:
        above = 0 if node.parent is None else levelled[node.parent].level
        level = min(above + 1, HEADING_LEVELS) if node.is_heading else above + 1
        levelled.append(replace(node, level=level))
    return _coded(levelled)


def _renumbered(entry: TreeEntry, printed: str | None) -> TreeEntry:
    """Return an entry with the number that somebody gave it; a blank one takes its number away."""
    if printed is None:
        return entry
    words = " ".join(printed.split())
    number = numbering.parse(words) or (Number(words, ((f"w:{words}", 0),)) if words else None)
    return replace(entry, number=number)


def _depths(entries: Sequence[TreeEntry], detailed: Sequence[bool]) -> list[int]:
    stack: list[_Open] = []
    has_columns = any(entry.rank is not None for entry in entries)
    depths: list[int] = []
    for index, entry in enumerate(entries):
        after_heading = index > 0 and not detailed[index - 1]
        if entry.rank is not None:
            stack = _column(stack, entry)
        elif entry.item is not None:
            stack = _item(stack, entry, index > 0 and entries[index - 1].heads_list)
        elif entry.number is not None:
            deeper = after_heading and detailed[index]
            begins = not detailed[index] and all(detailed[:index]) and _begins_high(entry.number)
            stack = _numbered([] if begins else stack, entry.number, deeper)
        elif detailed[index] or has_columns or entry.style == "plain":
            stack = _plain(stack, index > 0 and _is_done(entries[index - 1], detailed[index - 1]))
        else:
            stack = _styled(stack, entry.style, after_heading)
        depths.append(len(stack) - 1)
    return depths


def _begins_high(number: Number) -> bool:
    """Tell whether a number begins to count headings: what was done above it stands alone."""
    return any(family in _HIGH and value == 1 for family, value in number.readings)


def _is_done(entry: TreeEntry, detailed: bool) -> bool:
    return detailed or (entry.rank is None and entry.style in ("plain", "item"))


def _column(stack: list[_Open], entry: TreeEntry) -> list[_Open]:
    """Close what is not of a column further left."""
    kept = [one for one in stack if one.family < entry.style and one.family.startswith("column")]
    return [*kept, _Open(entry.style)]


def _item(stack: list[_Open], entry: TreeEntry, under_head: bool) -> list[_Open]:
    """Put items of a cell's list under what stands before it, or where their row stands."""
    if entry.item and entry.item[0]:
        return stack
    if under_head:
        return [*stack, _Open("item")]
    number = numbering.parse(outer_number(entry))
    return _numbered(stack, number, False) if number else _plain(stack, False)


def _plain(stack: list[_Open], after_done: bool) -> list[_Open]:
    """Put what has no number beside the one before it, or under the heading before it."""
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].family == "plain":
            return stack[: index + 1]
    return stack if after_done and stack else [*stack, _Open("plain")]


def _styled(stack: list[_Open], style: str, after_heading: bool) -> list[_Open]:
    """Put a heading without a number beside those that look like it."""
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].family == style:
            return stack[: index + 1]
    if after_heading:
        return [*stack, _Open(style)]
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].family.startswith("head"):
            return [*stack[:index], _Open(style)]
    return [_Open(style)]


def _numbered(stack: list[_Open], number: Number, deeper: bool) -> list[_Open]:
    """Open or go on with the level of a number; `deeper` where it follows a bare heading."""
    found = _next_of(stack, number)
    if found is not None:
        index, family, value = found
        return [*stack[:index], _Open(family, value, number.parts)]
    first = [family for family, value in number.readings if value == 1]
    if first and number.parts == 1:
        return _first_of(stack, first[0], number, deeper)
    for index in range(len(stack) - 1, -1, -1):
        for family, value in number.readings:
            if stack[index].family == family:
                return [*stack[:index], _Open(family, value, number.parts)]
    return _opened(stack, number, number.readings[0])


def _next_of(stack: list[_Open], number: Number) -> tuple[int, str, int] | None:
    """Find the deepest open level that a number goes on with."""
    for index in range(len(stack) - 1, -1, -1):
        for family, value in number.readings:
            same = stack[index].family == family
            if same and (number.parts > 1 or value == stack[index].value + 1):
                return index, family, value
    return None


def _first_of(stack: list[_Open], family: str, number: Number, deeper: bool) -> list[_Open]:
    """Place a number that begins to count: anew on its level, or on a deeper one."""
    if stack and stack[-1].family == family and not deeper:
        return [*stack[:-1], _Open(family, 1, number.parts)]
    return _opened(stack, number, (family, 1))


def _opened(stack: list[_Open], number: Number, reading: tuple[str, int]) -> list[_Open]:
    """Open a new level under those that are shallower by the look of their numbers."""
    family, value = reading
    if number.parts == 0:
        stack = [one for one in stack if one.parts == 0 or one.family.startswith("column")]
    elif number.parts > 1:
        stack = [one for one in stack if one.parts < number.parts]
    return [*stack, _Open(family, value, number.parts)]


def _headings(
    entries: Sequence[TreeEntry], depths: Sequence[int], detailed: Sequence[bool]
) -> list[bool]:
    """Tell headings from what is carried out: what has something under it, and its like."""
    nests = [
        index + 1 < len(depths) and depths[index + 1] > depth for index, depth in enumerate(depths)
    ]
    like = {(depths[index], _kind(entry)) for index, entry in enumerate(entries) if nests[index]}
    return [
        nests[index]
        or (
            not detailed[index]
            and entry.item is None
            and ((depths[index], _kind(entry)) in like or entry.heads_list or _looks_high(entry))
        )
        for index, entry in enumerate(entries)
    ]


def _kind(entry: TreeEntry) -> str:
    return entry.number.family if entry.number and entry.rank is None else entry.style


def _looks_high(entry: TreeEntry) -> bool:
    """Tell whether an entry with nothing under it looks like a heading."""
    if entry.number is not None and entry.rank is None:
        return entry.number.parts == 0
    words = entry.style.split(" ")
    return words[0] == "head" and ("True" in words or len(words) < 4)


def _parent(index: int, depths: Sequence[int], headings: Sequence[bool]) -> int | None:
    for before in range(index - 1, -1, -1):
        if headings[before] and depths[before] < depths[index]:
            return before
    return None


def _coded(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Give each node its code: its printed number where no other has it, else its path.

    What then still is another's is counted, as `levels.codes` does.
    """
    own = _own_codes(nodes)
    numbers = [node.entry.number for node in nodes]
    counts = Counter(number_code(number.code) for number in numbers if number is not None)
    printed = {code for code, count in counts.items() if count == 1}
    taken: set[str] = set()
    made = []
    for index, node in enumerate(nodes):
        number = node.entry.number
        code = number.code if number else ""
        if number_code(code) not in printed:
            code = _path(index, nodes, own)
            taken |= printed
        else:
            taken.discard(number_code(code))
        made.append(replace(node, code=free(code, partial(_is_among, taken))))
        taken.add(number_code(made[-1].code))
    return tuple(made)


def _is_among(taken: Container[str], code: str) -> bool:
    return number_code(code) in taken


def _own_codes(nodes: Sequence[Node]) -> list[str]:
    """Return each node's own part of its path: its number, or its place among its like."""
    places: Counter[int | None] = Counter()
    codes = []
    for node in nodes:
        places[node.parent] += 1
        number = node.entry.number
        outer = outer_number(node.entry)
        if number is not None:
            code = number.code.rpartition(" ")[2]
        elif node.entry.item is not None and outer and not _has_head(node, nodes):
            code = f"{outer}.{node.entry.item[0] + 1}"
        elif node.is_heading and node.parent is None:
            code = schema.letter(places[None] - 1)
        else:
            code = str(places[node.parent])
        codes.append(code)
    return codes


def _has_head(node: Node, nodes: Sequence[Node]) -> bool:
    return node.parent is not None and nodes[node.parent].entry.heads_list


def _path(index: int, nodes: Sequence[Node], own: Sequence[str]) -> str:
    parts = [own[index]]
    at = nodes[index].parent
    while at is not None:
        number = nodes[index].entry.number
        if number and number.parts > 1 and at is not None:
            break
        parts.insert(0, own[at])
        at = nodes[at].parent
    return ".".join(parts)
