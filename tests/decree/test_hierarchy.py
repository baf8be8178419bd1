"""Levels told by numbers: whatever families a table uses, its tree comes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.decree.source.word_numbers import written
from lib.decree.tree import hierarchy
from lib.decree.tree.entries import TreeEntry
from lib.decree.words import numbering

SINGLE = {
    "A": lambda at: f"{written(at, 'upperLetter')}.",
    "I": lambda at: f"{written(at, 'upperRoman')}.",
    "1": lambda at: f"{at}.",
    "a": lambda at: f"{written(at, 'lowerLetter')}.",
    "1)": lambda at: f"{at})",
    "a)": lambda at: f"{written(at, 'lowerLetter')})",
    "(1)": lambda at: f"({at})",
    "KP": lambda at: f"KP {written(at, 'upperRoman')}",
}
ORDERS = [
    ("I", "A", "1", "a"), ("A", "1", "a"), ("I", "1", "a"), ("KP", "1", "a"), ("1", "a"),
    ("A", "1"), ("I", "1"), ("1",), ("a",), ("A", "1", "a", "1)"), ("1", "a", "1)", "a)"),
    ("I", "A", "1"), ("1)", "a)"), ("KP", "A", "1"), ("1", "(1)"),
]  # fmt: skip
DOTTED = [("1", "."), ("A", "."), ("I", "."), ("1", "-")]


def entry(number: str, detailed: bool) -> TreeEntry:
    parsed = numbering.parse(number)
    assert parsed is not None
    return TreeEntry(parsed, "isi", (), (), None, "plain" if detailed else "head")


def even(depth: int) -> st.SearchStrategy:
    """Trees in which all that is done stands at the same depth."""
    tree = st.just(())
    for _ in range(depth):
        tree = st.lists(tree, min_size=1, max_size=11).map(tuple)
    return tree


def walk(tree: tuple, above: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Yield the path of every node, from top to bottom."""
    for at, kids in enumerate(tree, 1):
        yield (*above, at)
        yield from walk(kids, (*above, at))


def levels(entries: list[TreeEntry]) -> list[int]:
    """The depth of each entry, 0 for what is done."""
    nodes = hierarchy.arrange(entries, lambda one: one.style == "plain")
    return [node.depth for node in nodes]


@given(data=st.data())
def test_a_tree_numbered_by_families_comes_back(data: st.DataObject) -> None:
    order = data.draw(st.sampled_from(ORDERS))
    paths = list(walk(data.draw(even(len(order)))))
    entries = [
        entry(SINGLE[order[len(path) - 1]](path[-1]), len(path) == len(order)) for path in paths
    ]
    assert levels(entries) == [len(path) - 1 for path in paths]


@given(data=st.data())
def test_a_tree_numbered_by_paths_comes_back(data: st.DataObject) -> None:
    first, sign = data.draw(st.sampled_from(DOTTED))
    depth = data.draw(st.integers(2, 4))
    paths = list(walk(data.draw(even(depth))))
    form = {"1": "decimal", "A": "upperLetter", "I": "upperRoman"}[first]
    numbers = [sign.join([written(path[0], form), *map(str, path[1:])]) for path in paths]
    entries = [
        entry(number, len(path) == depth) for number, path in zip(numbers, paths, strict=True)
    ]
    assert levels(entries) == [len(path) - 1 for path in paths]


@given(data=st.data())
def test_codes_are_unique_and_never_blank(data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.sampled_from(["1.", "a", "A", "1.1", "KP I", "I", "2", ""])))
    entries = [
        TreeEntry(
            numbering.parse(number), "isi", (), (), None, "plain" if at % 2 else "head x True"
        )
        for at, number in enumerate(numbers)
    ]
    nodes = hierarchy.arrange(entries, lambda one: one.style == "plain")
    codes = [node.code.casefold() for node in nodes]
    assert all(codes)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("numbers", "depths"),
    [
        # A gap or a slip in a number opens no level of its own.
        (["A", "1", "3", "B", "1"], [0, 1, 1, 0, 1]),
        # Numbers that run on over headings.
        (["A", "1", "2", "B", "3", "4"], [0, 1, 1, 0, 1, 1]),
        # The shipped plan's own slip: II.2 under KP I.
        (["KP I", "I.1", "I.1.b", "II.2", "II.2.a", "KP II"], [0, 1, 2, 1, 2, 0]),
        # Government codes skip a depth.
        (["2.16.02", "2.16.02.2.01", "2.16.02.2.01.0021", "2.16.03"], [0, 1, 2, 0]),
        # I after H is a letter, I before II is not.
        (["G", "H", "I", "J"], [0, 0, 0, 0]),
        (["I", "A", "B", "II", "A"], [0, 1, 1, 0, 1]),
    ],
)
def test_odd_numbers_stand_where_a_reader_would_put_them(numbers, depths) -> None:
    last = max(depths)
    entries = [entry(n, d == last or last == 0) for n, d in zip(numbers, depths, strict=True)]
    assert levels(entries) == depths
