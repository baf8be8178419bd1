"""The one-file offline copy: every Pantau page in one HTML that needs no network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from string import Template
from typing import Any

from lib import charts
from lib.briefing import annex, written_tables
from lib.briefing.celltext import line
from lib.briefing.offline import assets, markup
from lib.briefing.source import Briefing
from lib.charts.chart import Chart, Look
from lib.plan import rollup
from lib.plan.standing import Standing
from lib.voice import activities, concerns, conclusions
from lib.voice.key_figures import budget_sentence, evidence_sentence, figures_of

_WIDE, _NARROW = 1000, 330
"""Pixels a figure is laid out for, on a laptop and on a phone."""
_NAME = "Monitoring Rencana Aksi"
_SECTIONS = ("Ringkasan", "Linimasa", "Perangkat Daerah", "Indikator", "Lampiran")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One chart, drawn for a laptop and for a phone."""

    wide: Chart
    narrow: Chart

    @property
    def content(self) -> dict[str, Any]:
        """What the page's script draws and saves."""
        return {
            "name": self.wide.name,
            "picture": self.wide.picture,
            "wide": json.loads(self.wide.figure.to_json()),
            "narrow": json.loads(self.narrow.figure.to_json()),
        }


def offline_copy(briefing: Briefing) -> str:
    """Return the Pantau pages as one HTML text: figures, tables, headlines, and their script.

    It asks no network for anything, under a policy that forbids it; text from the workbook
    stays text. Under 6 MB, most of it Plotly's script.
    """
    standing = briefing.standing
    drawings = _drawings(briefing)
    script = assets.text("offline.js")
    return Template(assets.text("offline.html")).substitute(
        policy=assets.policy(assets.plotly(), script),
        title=markup.text(f"{_NAME} {line(briefing.plan.government)}, {briefing.position.label}"),
        fonts=assets.fonts(),
        style=assets.text("offline.css"),
        body=_head(briefing) + "".join(_sections(standing, drawings)),
        charts=markup.data([drawing.content for drawing in drawings.values()]),
        plotly=assets.plotly(),
        script=script,
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
        "indicators": lambda look: charts.indicator_bars(
            standing.all_indicators, plan, standing.indicator_year, look
        ),
    }
    wide, narrow = (
        Look(compact=compact, footer=briefing.source, sample=plan.is_sample, width=width)
        for compact, width in ((False, _WIDE), (True, _NARROW))
    )
    return {name: Drawing(make(wide), make(narrow)) for name, make in makers.items()}


def _head(briefing: Briefing) -> str:
    """Say whose plan this is and as of when; offer the pictures."""
    plan = briefing.plan
    when = f"posisi {briefing.position.label} ({briefing.label}, kode {briefing.code})"
    file = f"gambar-rencana-aksi-{briefing.position.code}.zip".lower()
    return (
        f"<header>{markup.paragraph(briefing.mark, 'contoh')}"
        f"<h1>{_NAME} {markup.text(line(plan.government))} {plan.period}</h1>"
        f"{markup.paragraph(line(plan.title), 'lirih')}"
        f"{markup.paragraph(f'Data per {when}', 'per')}"
        f"{markup.paragraph('Salinan ini tetap seperti saat dibuat.', 'lirih')}"
        f'<button id="semua-gambar" class="perlu-skrip" data-name="{file}" hidden>'
        'Unduh semua gambar</button> <span id="kabar" class="lirih" role="status"></span>'
        "<noscript><p>Peramban ini tidak menjalankan skrip sehingga gambar tidak tampak. "
        "Semua angkanya ada pada tabel; ketuk “Lihat tabel”.</p></noscript>"
        f"{_navigation()}</header>"
    )


def _navigation() -> str:
    links = (f'<a href="#{_anchor(name)}">{name}</a>' for name in _SECTIONS)
    return f'<nav aria-label="Bagian">{" ".join(links)}</nav>'


def _anchor(name: str) -> str:
    return name.lower().replace(" ", "-")


def _sections(standing: Standing, drawn: dict[str, Drawing]) -> Iterable[str]:
    bodies = (
        _summary(standing) + _card(drawn["board"]) + _card(drawn["status"]),
        _card(drawn["timeline"]) + _card(drawn["curve"]),
        _card(drawn["bullets"]) + _agencies(standing),
        _card(drawn["indicators"]) + _indicators(standing),
        _annex(standing),
    )
    for name, body in zip(_SECTIONS, bodies, strict=True):
        yield f'<section id="{_anchor(name)}"><h2>{name}</h2>{body}</section>'


def _card(drawing: Drawing) -> str:
    """Return a chart's place with its headline, its table twin and its button."""
    chart = drawing.wide
    headline = markup.text(chart.headline)
    return (
        f'<figure class="kartu"><figcaption>{headline}</figcaption>'
        f'<div id="gambar-{chart.name}" class="gambar" role="img"'
        f' aria-label="{markup.text(chart.alt)}"></div>'
        f'<div class="alat"><button class="kecil perlu-skrip" data-gambar="{chart.name}" hidden>'
        "Simpan gambar</button><details><summary>Lihat tabel</summary>"
        f"{markup.table(written_tables.twin(chart.table), chart.headline)}</details></div></figure>"
    )


def _summary(standing: Standing) -> str:
    finding = activities.headline(standing.activities, standing.position)
    parts = [markup.paragraph(f"{finding}.", "temuan"), markup.figures(figures_of(standing))]
    if standing.plan.is_reported:
        items = markup.points(conclusions.bullets(standing.attention))
        parts.append(f"<h3>{concerns.ATTENTION}</h3>")
        parts.append(items or markup.paragraph(concerns.NOTHING_URGENT))
    return "".join(parts)


def _agencies(standing: Standing) -> str:
    sentences = (budget_sentence(standing.sums), evidence_sentence(standing.sums))
    caption = f"Kegiatan, kendala, tindak lanjut, dan bukti sampai {standing.position.label}"
    return (
        "".join(map(markup.paragraph, sentences))
        + markup.table(written_tables.agencies(standing.agencies), "Laporan per perangkat daerah")
        + markup.table(written_tables.results(standing.due), caption)
    )


def _indicators(standing: Standing) -> str:
    shown = rollup.in_scope(standing.all_indicators, standing.position)
    return markup.table(written_tables.indicators(shown), "Target dan realisasi indikator")


def _annex(standing: Standing) -> str:
    plan = standing.plan
    notes = markup.points(annex.notes(plan))
    return (
        markup.table(annex.particulars(plan), "Dokumen sebagaimana ditetapkan")
        + markup.table(annex.program(plan, standing.activities), "A. Program rencana aksi")
        + markup.table(annex.indicator_plan(plan), "B. Indikator rencana aksi")
        + (f"<h3>Catatan tentang naskah</h3>{notes}" if notes else "")
    )
