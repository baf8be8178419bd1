"""The card of one indicator: all its years, how it is measured, and its history."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lib.plan.schema import Sheet
from lib.plan.text.mentions import INDICATOR
from lib.ui.escape import markdown
from lib.ui.screens import card_parts, report_form
from lib.ui.screens.activity_card import LIGHT_COLOURS
from lib.ui.screens.report_form import CardForms
from lib.ui.viewer.screen import Screen
from lib.ui.words import card_words as text
from lib.voice.cards import card_texts, indicator_facts
from lib.voice.cards.indicator_facts import IndicatorFacts, MeasureFacts

_SHEET = Sheet.INDICATOR_PROGRESS


@dataclass(frozen=True)
class IndicatorCard:
    """One indicator as it stands, on a screen."""

    screen: Screen
    facts: IndicatorFacts

    @property
    def code(self) -> str:
        return self.facts.code


def find(screen: Screen) -> IndicatorCard:
    """Return the card that the address asks for; the page ends where there is none."""
    code = st.query_params.get(INDICATOR, "")
    history = screen.viewer.history(_SHEET, code, screen.snapshot.number)
    facts = indicator_facts.facts(screen.whole, code, history)
    if facts is None:
        card_parts.stop_at_stranger(text.no_indicator(code))
    return IndicatorCard(screen, facts)


def heading(card: IndicatorCard) -> None:
    """Name the indicator in its decreed words, its program, and the cards beside it."""
    facts = card.facts
    card_parts.title(f"{card.code} {facts.indicator}")
    name, walk = st.columns([3, 1], vertical_alignment="center", gap="small")
    with name.container(gap=None):
        st.caption(markdown(facts.place))
        st.header(markdown(f"{card.code} {facts.indicator}"), anchor=False)
    with walk:
        seen = list(dict.fromkeys(card.screen.standing.all_indicators["no"]))
        every = list(dict.fromkeys(card.screen.whole.all_indicators["no"]))
        keys = seen if card.code in seen else every
        card_parts.walk(INDICATOR, keys, card.code)


def forms(card: IndicatorCard) -> CardForms | None:
    """Return the forms in which the reader may report, if any."""
    labels = {year.year: year.row for year in card.facts.years}
    return report_form.offered(card.screen, _SHEET, card.code, labels)


def years(card: IndicatorCard) -> None:
    """Draw each year: target, realisasi, light, predikat, and who reported it."""
    for year in card.facts.years:
        with st.container(border=True, gap="small", key=f"year_{year.year}"):
            st.markdown(f"**{year.year}: {markdown(year.state)}** {_badge(year)}")
            target, actual = markdown(year.target), markdown(year.actual)
            st.markdown(f"Target **{target}** · realisasi **{actual}**")
            _steps(year)
            if year.reason:
                st.caption(markdown(year.reason))
            if year.source:
                st.caption(markdown(year.source))


def _badge(year: MeasureFacts) -> str:
    if not year.achieved:
        return ""
    return f":{LIGHT_COLOURS.get(year.light, 'gray')}-badge[{markdown(year.achieved)}]"


def _steps(year: MeasureFacts) -> None:
    """Draw the steps of its rubric, those reached or wanted in bold."""
    if year.steps:
        told = [(markdown(step.text), step.is_noted) for step in year.steps]
        st.markdown("  \n".join(f"**{words}**" if noted else words for words, noted in told))


def words(card: IndicatorCard) -> None:
    """Draw how the indicator is measured, said once where its years say the same."""
    card_parts.texts(card.facts.texts)
    for year in reversed(card.facts.years):
        card_parts.evidence(year.year, year.evidence)
    st.caption(card.facts.direction)
    if not card.facts.is_told:
        st.caption(card_texts.NOTHING_DEFINED)
