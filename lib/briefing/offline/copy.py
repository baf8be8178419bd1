"""The one-file offline copy: every Pantau page in one HTML that needs no network."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from lib import charts
from lib.briefing import annex, written_tables
from lib.briefing.celltext import line
from lib.briefing.offline import embedded, markup
from lib.briefing.offline.cards import cards
from lib.briefing.source import Briefing
from lib.briefing.written_tables import WrittenTable
from lib.charts.chart import Chart, Look
from lib.plan.figures import rollup
from lib.plan.standing import Standing
from lib.voice import activities, concerns
from lib.voice.cards import card_history, card_texts
from lib.voice.cards.card_history import Histories
from lib.voice.decision_words import REQUESTED
from lib.voice.directive_words import STILL_OPEN
from lib.voice.key_figures import budget_sentence, evidence_sentence, figures_of
from lib.voice.words.counting import ended

_WIDE, _NARROW = 1000, 330
"""Pixels a figure is laid out for, on a laptop and on a phone."""
_NAME = "Monitoring Rencana Aksi"
_SECTIONS = (
    "Ringkasan",
    "Linimasa",
    "Perangkat Daerah",
    "Indikator",
    "Lampiran",
    "Kartu kegiatan",
    "Kartu indikator",
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """One chart, drawn for a laptop and for a phone."""

    wide: Chart
    narrow: Chart

    @property
    def twin(self) -> WrittenTable:
        """The chart's own table as text."""
        return written_tables.twin(self.wide.table)

    @property
    def content(self) -> dict[str, Any]:
        """What the page's script draws and saves."""
        return {
            "name": self.wide.name,
            "picture": self.wide.picture,
            "wide": json.loads(self.wide.figure.to_json()),
            "narrow": json.loads(self.narrow.figure.to_json()),
        }


def offline_copy(briefing: Briefing, histories: Histories | None = None) -> str:
    """Return the Pantau pages as one HTML text: figures, tables, headlines, and their script.

    `histories` are what became of the rows, as far as their cards shall tell it. The page asks
    no network for anything, under a policy that forbids it; text from the workbook stays text.
    Under 6 MB, most of it Plotly's script.
    """
    drawn = _drawings(briefing)
    script = embedded.text("gambar.js") + embedded.text("offline.js")
    own = {"fonts": embedded.fonts(), "style": embedded.text("offline.css"), "script": script}
    return markup.page(
        "offline.html",
        {
            "policy": embedded.policy(embedded.plotly(), script),
            "plotly": markup.ours(embedded.plotly()),
            **{name: markup.ours(text) for name, text in own.items()},
            "drawn": drawn,
            "charts": [drawing.content for drawing in drawn.values()],
            **_head(briefing),
            **_words(briefing.standing),
            "tables": _tables(briefing.standing),
            **_cards(briefing.standing, histories),
        },
    )


def _drawings(briefing: Briefing) -> dict[str, Drawing]:
    """Draw each chart of the Pantau pages twice, by a short name."""
    standing = briefing.standing
    plan, position = briefing.plan, briefing.position
    agencies = {part.code: part.sums for part in standing.agencies}
    makers: dict[str, Callable[[Look], Chart]] = {
        "board": lambda look: charts.quarter_board(standing.quarters, plan, position, look),
        "status": lambda look: charts.agency_status(standing.due, plan, position, look),
        "timeline": lambda look: charts.timeline(standing.activities, plan, position, look),
        "curve": lambda look: charts.s_curve(plan, position, look, standing.activities),
        "bullets": lambda look: charts.agency_bullets(agencies, plan, position, look),
        "indicators": lambda look: _indicators(standing)(
            standing.all_indicators, plan, standing.indicator_year, look
        ),
    }
    look = Look(buttons=False, footer=briefing.source, sample=plan.is_sample, width=_WIDE)
    narrow = replace(look, compact=True, width=_NARROW)
    return {name: Drawing(make(look), make(narrow)) for name, make in makers.items()}


def _indicators(standing: Standing) -> Callable[..., Chart]:
    """Choose the chart of the years, where more than one has a light, else of one year."""
    several = len(rollup.measured_years(standing.all_indicators, standing.position)) > 1
    return charts.indicator_years if several else charts.indicator_bars


def _cards(standing: Standing, histories: Histories | None) -> dict[str, Any]:
    """Gather the cards, and the ways that lead to them."""
    found = cards(standing, histories)
    return {
        "cards": found,
        "ways": found.tables(standing),
        "concerns": found.points(standing),
        "texts": card_texts,
        "history": card_history,
    }


def _head(briefing: Briefing) -> dict[str, Any]:
    """Say whose plan this is and as of when; name the file of the pictures."""
    plan, position = briefing.plan, briefing.position
    return {
        "name": _NAME,
        "plan": plan,
        "position": position,
        "mark": briefing.mark,
        "government": line(plan.government),
        "title": line(plan.title),
        "label": briefing.label,
        "code": briefing.code,
        "pictures": f"gambar-rencana-aksi-{position.code}.zip".lower(),
        "sections": _SECTIONS,
    }


def _words(standing: Standing) -> dict[str, Any]:
    """Gather the sentences of the page."""
    sentences = (budget_sentence(standing.sums), evidence_sentence(standing.sums))
    return {
        "finding": ended(activities.headline(standing.activities, standing.position)),
        "key_figures": figures_of(standing),
        "attention": concerns.ATTENTION,
        "nothing_urgent": concerns.NOTHING_URGENT,
        "sentences": [sentence for sentence in sentences if sentence],
        "notes": annex.notes(standing.plan),
        "decisions": REQUESTED,
        "still_open": STILL_OPEN,
    }


def _tables(standing: Standing) -> dict[str, WrittenTable]:
    plan = standing.plan
    measured = rollup.in_scope(standing.all_indicators, standing.position)
    return {
        "decisions": written_tables.decisions(standing.decisions),
        "directives": written_tables.directives(standing.directives, plan, standing.day),
        "agencies": written_tables.agencies(standing.agencies),
        "results": written_tables.results(standing.due),
        "indicators": written_tables.indicators(measured),
        "particulars": annex.particulars(plan),
        "program": annex.program(plan, standing.activities),
        "indicator_plan": annex.indicator_plan(plan),
    }
