"""What both cards draw: the way on and back, written words, evidence, the history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NoReturn

import streamlit as st

from lib.ui.escape import address, lines, markdown
from lib.ui.viewer import leads, navigation
from lib.ui.words import card_words as text
from lib.ui.words.text import page_title
from lib.voice.cards import card_history, card_texts
from lib.voice.cards.card_history import VersionFacts
from lib.voice.cards.card_texts import CellText


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


def history(versions: Sequence[VersionFacts] | None) -> None:
    """Draw what became of the row, version by version, newest first."""
    st.header(card_history.HISTORY, anchor=False)
    if not versions:
        st.caption(card_history.NO_HISTORY)
        return
    said = [_version(one) for one in versions]
    st.markdown("\n".join(said[: card_history.VERSIONS_SHOWN]))
    if older := said[card_history.VERSIONS_SHOWN :]:
        with st.expander(card_history.older(len(older))):
            st.markdown("\n".join(older))


def _version(one: VersionFacts) -> str:
    return f"- **{one.day}** {markdown(one.what)} :small[:gray[{markdown(one.who)}]]"
