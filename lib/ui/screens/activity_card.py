"""The card of one kegiatan: its years and quarters, who reported them, why, and its history."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lib.plan.figures.status import Light, Status
from lib.plan.schema import Sheet
from lib.plan.text.mentions import ACTIVITY
from lib.ui.escape import markdown
from lib.ui.screens import card_parts, continuation_view, report_form
from lib.ui.screens.report_form import CardForms
from lib.ui.viewer.screen import Screen
from lib.ui.words import card_words as text
from lib.voice.cards import activity_facts, card_texts
from lib.voice.cards.activity_facts import ActivityFacts, QuarterFacts, YearFacts
from lib.voice.words.signs import marked

STATUS_COLOURS = {
    Status.DONE: "green",
    Status.IN_PROGRESS: "blue",
    Status.LATE: "red",
    Status.NOT_DONE: "red",
    Status.POSTPONED: "violet",
}
LIGHT_COLOURS = {Light.GREEN: "green", Light.YELLOW: "orange", Light.RED: "red"}
_SHEET = Sheet.ACTIVITY_PROGRESS


@dataclass(frozen=True)
class ActivityCard:
    """One kegiatan as it stands, on a screen."""

    screen: Screen
    facts: ActivityFacts

    @property
    def code(self) -> str:
        return self.facts.code


def find(screen: Screen) -> ActivityCard:
    """Return the card that the address asks for; the page ends where there is none."""
    code = st.query_params.get(ACTIVITY, "")
    history = screen.viewer.history(_SHEET, code, screen.snapshot.number)
    facts = activity_facts.facts(screen.whole, code, history)
    if facts is None:
        card_parts.stop_at_stranger(text.no_activity(code))
    return ActivityCard(screen, facts)


def heading(card: ActivityCard) -> None:
    """Name the kegiatan, its place in the plan, its decreed words, and the cards beside it."""
    facts = card.facts
    card_parts.title(f"{card.code} {facts.name}")
    name, walk = st.columns([3, 1], vertical_alignment="center", gap="small")
    with name.container(gap=None):
        st.caption(markdown(facts.place))
        st.header(markdown(f"{card.code} {facts.name}"), anchor=False)
    with walk:
        keys = _beside(card)
        card_parts.walk(ACTIVITY, keys, card.code)
    beside = [f"{one.label}: {one.text}" for one in facts.decreed]
    lines = [facts.whose, *([" · ".join(beside)] if beside else [])]
    small = [f":small[:gray[{markdown(' '.join(line.split()))}]]" for line in lines]
    st.markdown("  \n".join((markdown(facts.activity), *small)))
    continuation_view.draw(card.screen, card.code)


def _beside(card: ActivityCard) -> list[str]:
    """List the kegiatan looked at, or all of them where the filters leave this one out."""
    seen = list(dict.fromkeys(card.screen.standing.activities["no"]))
    every = card.screen.whole.all_activities["no"]
    return seen if card.code in seen else list(dict.fromkeys(every))


def forms(card: ActivityCard) -> CardForms | None:
    """Return the forms in which the reader may report, if any."""
    labels = {year.year: year.row for year in card.facts.years}
    return report_form.offered(card.screen, _SHEET, card.code, labels)


def years(card: ActivityCard) -> None:
    """Draw each year's finding, its quarters, and who reported them."""
    for year in card.facts.years:
        colour = STATUS_COLOURS.get(year.status, "gray")
        with st.container(border=True, gap="small", key=f"year_{year.year}"):
            badge = f":{colour}-badge[{markdown(marked(year.status))}]"
            st.markdown(f"**{year.year}: {markdown(year.finding)}** {badge}")
            _quarters(card, year)
            for note in year.notes:
                st.markdown(f":small[{markdown(note)}]")


def _quarters(card: ActivityCard, year: YearFacts) -> None:
    cells = [_quarter(quarter) for quarter in year.quarters]
    if card.screen.look.compact:
        st.markdown("  \n".join(" · ".join(filter(None, cell)) for cell in cells))
        return
    for column, (head, goal, source) in zip(st.columns(4, gap="small"), cells, strict=True):
        column.markdown(f"{head}  \n{goal}  \n{source}" if source else f"{head}  \n{goal}")


def _quarter(quarter: QuarterFacts) -> list[str]:
    """Write a quarter: its value in its light, its target, and where the value comes from."""
    ghost = f" :gray[~~{quarter.first_target}~~]" if quarter.first_target else ""
    target = f":small[{quarter.target}{ghost}]"
    if quarter.state:
        return [f"{quarter.label} :gray-badge[{quarter.state}]", target, ""]
    mark = f" {markdown(quarter.mark)}" if quarter.mark else ""
    colour = LIGHT_COLOURS.get(quarter.light, "gray")
    head = f"{quarter.label} :{colour}-badge[**{quarter.actual}**{mark}]"
    return [head, target, f":small[:gray[{markdown(quarter.source)}]]"]


def words(card: ActivityCard) -> None:
    """Draw kendala, tindak lanjut and bukti of each year, the newest first."""
    told = [year for year in reversed(card.facts.years) if year.is_told]
    for year in told:
        with st.container(border=True, gap="small", key=f"words_{year.year}"):
            card_parts.texts(year.texts)
            card_parts.evidence(year.year, year.evidence)
            card_parts.texts(year.verifier)
    if not told:
        st.caption(card_texts.NOTHING_WRITTEN)
