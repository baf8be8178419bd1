"""The cards in the offline copy: a part of the page per kegiatan and indicator, and ways there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lib.briefing import celltext
from lib.plan.figures import rollup
from lib.plan.figures.attention import Pressing
from lib.plan.schema import Sheet
from lib.plan.standing import Standing
from lib.plan.text.mentions import ACTIVITY, INDICATOR, lead
from lib.voice import concerns, conclusions
from lib.voice.cards import activity_facts, indicator_facts
from lib.voice.cards.activity_facts import ActivityFacts
from lib.voice.cards.card_history import Entry, Histories
from lib.voice.cards.indicator_facts import IndicatorFacts

Way = tuple[int, str]
"""In which column of a row a mention stands, and the part of the page that it leads to."""


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of the attention list, cut where its mention begins and ends."""

    before: str
    mention: str
    after: str
    way: str
    """"" where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards, by the part of the page that each is."""

    activities: dict[str, ActivityFacts]
    indicators: dict[str, IndicatorFacts]

    @property
    def ways(self) -> dict[str, str]:
        """Where the marks of charts lead, such as `kode=II.1.a`."""
        return {
            **{lead(ACTIVITY, one.code): part for part, one in self.activities.items()},
            **{lead(INDICATOR, one.code): part for part, one in self.indicators.items()},
        }

    def tables(self, standing: Standing) -> dict[str, list[Way | None]]:
        """Say for each row of the copy's tables where it leads."""
        plan = standing.plan
        measured = rollup.in_scope(standing.all_indicators, standing.position)
        return {
            "results": self._ways(ACTIVITY, standing.due["no"], 0),
            "decisions": self._ways(ACTIVITY, (item.no for item in standing.decisions), 1),
            "directives": self._ways(ACTIVITY, (one.activity for one in standing.directives), 2),
            # The row of column numbers stands above.
            "program": [None, *self._ways(ACTIVITY, plan.program["kode"], 0)],
            "indicators": self._ways(INDICATOR, measured["no"], 0),
        }

    def _ways(self, name: str, keys: Iterable[object], column: int) -> list[Way | None]:
        parts = (self.ways.get(lead(name, key)) for key in keys)
        return [(column, part) if part else None for part in parts]

    def points(self, standing: Standing) -> list[Point]:
        """Write the attention list, each sentence with its way to a card."""
        return [
            self._point(item, sentence)
            for item, sentence in zip(
                standing.attention, conclusions.bullets(standing.attention), strict=True
            )
        ]

    def _point(self, item: Pressing, sentence: str) -> Point:
        mention = celltext.line(concerns.called(item))
        before, _, after = celltext.line(sentence).partition(mention)
        way = self.ways.get(lead(ACTIVITY, concerns.key(item)), "")
        return Point(before, mention, after, way)


def cards(standing: Standing, histories: Histories | None = None) -> Cards:
    """Gather the cards of a plan, in its own order, with what became of their rows if it is given.

    A row that never changed has no history of its own among `histories`.
    """

    def entries(sheet: Sheet, no: str) -> Sequence[Entry] | None:
        return None if histories is None else histories.get((sheet, no), ())

    told = (
        activity_facts.facts(standing, no, entries(Sheet.ACTIVITY_PROGRESS, no))
        for no in _each(standing.all_activities["no"])
    )
    measured = (
        indicator_facts.facts(standing, no, entries(Sheet.INDICATOR_PROGRESS, no))
        for no in _each(standing.all_indicators["no"])
    )
    return Cards(
        {f"kartu-kegiatan-{n}": one for n, one in enumerate(filter(None, told), 1)},
        {f"kartu-indikator-{n}": one for n, one in enumerate(filter(None, measured), 1)},
    )


def _each(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))
