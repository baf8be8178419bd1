"""What both cards draw: the way on and back, written words, evidence, the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NoReturn

import streamlit as st

from lib.plan.change.difference import Change
from lib.plan.plan import Plan
from lib.plan.text.indonesian import day
from lib.store.records import AuditEntry
from lib.ui.escape import address, lines, markdown
from lib.ui.viewer import leads, navigation
from lib.ui.words import card_words as text
from lib.ui.words.text import page_title
from lib.voice.cards import card_texts
from lib.voice.cards.card_texts import CellText
from lib.voice.changes import Sides, happened, units_in

Cell = tuple[str, int]
"""Column and year of a reported cell."""
_VERSIONS_SHOWN = 6


def last_writers(history: Sequence[AuditEntry]) -> dict[Cell, AuditEntry]:
    """Return, for each cell, the entry that wrote what now stands in it."""
    found: dict[Cell, AuditEntry] = {}
    for entry in history:
        found.setdefault((entry.change.column, entry.change.year or 0), entry)
    return found


def source(writers: Mapping[Cell, AuditEntry], column: str, year: int, place: str) -> str:
    """Say in which version, when, by whom and in which cell a figure was reported."""
    entry = writers.get((column, year))
    if entry is None:
        return text.first_version(place)
    version = entry.version
    return text.reported(version.number, version.time, version.author, place)


def walk(name: str, keys: Sequence[str], key: str) -> None:
    """Draw the way to the card before and after."""
    at = keys.index(key)
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="card_walk"
    ):
        for step, label in ((-1, text.before), (1, text.after)):
            if 0 <= at + step < len(keys):
                beside = keys[at + step]
                st.markdown(leads.link(name, beside, label(beside)), width="content")


def title(name: str) -> None:
    """Name the browser's tab after the card, so that several of them are told apart."""
    st.set_page_config(page_title=page_title(name))


def stop_at_stranger(message: str) -> NoReturn:
    """End the page where the plan has no such row, with the way to all of them."""
    st.info(message, icon=":material/search_off:")
    st.page_link(navigation.SUMMARY_PAGE, label=text.TO_SUMMARY, query_params=leads.here())
    st.stop()


def written(label: str, cell: object) -> None:
    """Draw a text cell under its label, whole; nothing where it is blank."""
    if isinstance(cell, str) and cell.strip():
        st.markdown(f"**{label}**  \n{lines(cell)}")


def texts(found: Iterable[CellText]) -> None:
    """Draw text cells under their labels, whole."""
    for one in found:
        written(one.label, one.text)


def evidence(year: int, cell: object) -> None:
    """Draw the addresses of a year's evidence, each to press."""
    found = cell.split() if isinstance(cell, str) else []
    if found:
        links = "  \n".join(f"[{markdown(link)}](<{address(link)}>)" for link in found)
        st.markdown(f"**{card_texts.EVIDENCE} {year}**  \n{links}")


def history(entries: Sequence[AuditEntry], plan: Plan) -> None:
    """Draw what became of the row, version by version, newest first, up to a plan."""
    st.header(text.HISTORY, anchor=False)
    if not entries:
        st.caption(text.NO_HISTORY)
        return
    said, units = [], units_in(plan)
    for _, group in groupby(entries, _number):
        version = list(group)
        sides = Sides.of((entry.change for entry in version), units)
        said.append(_version(version, sides))
        units = sides.before
    st.markdown("\n".join(said[:_VERSIONS_SHOWN]))
    if older := said[_VERSIONS_SHOWN:]:
        with st.expander(text.older(len(older))):
            st.markdown("\n".join(older))


def _number(entry: AuditEntry) -> int:
    return entry.version.number


def _version(entries: Sequence[AuditEntry], sides: Sides) -> str:
    version = entries[0].version
    what = "; ".join(_cell(entry.change, sides) for entry in entries)
    who = f"{version.author}, versi {version.number}"
    return f"- **{day(version.time)}** {markdown(what)} :small[:gray[{markdown(who)}]]"


def _cell(change: Change, sides: Sides) -> str:
    year = f" {change.year}" if change.year else ""
    return f"{change.header}{year} {happened(change, sides)}"
