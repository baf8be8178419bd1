"""The deck of a coordination meeting, as a PowerPoint file."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from pptx.presentation import Presentation

from lib.briefing.celltext import line
from lib.briefing.deck import theme
from lib.briefing.deck.drawing.stage import Stage
from lib.briefing.deck.slides import (
    basis_slide,
    board_slide,
    breakdown_slides,
    cover_slide,
    decision_slide,
    directive_slide,
    indicator_slide,
    indicator_years_slide,
    obstacle_slide,
    overview_slide,
    since_slide,
    timeline_slides,
)
from lib.briefing.source import Briefing
from lib.typeface.fitting import shorten

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


_LONGEST = 250
"""Letters that a property of the file may have, by the format."""


def deck(briefing: Briefing, data: Path | None = None) -> bytes:
    """Make the deck: 16:9, one message per slide, native charts, the numbers in the notes.

    `data` is the data folder, where a regency's own template may lie; raises `Unfit` for one
    that cannot be used.
    """
    stage = Stage(theme.stage(data), briefing)
    cover_slide.add(stage)
    overview_slide.add(stage)
    board_slide.add(stage)
    timeline_slides.add(stage)
    breakdown_slides.add_groups(stage)
    breakdown_slides.add_agencies(stage)
    indicator_slide.add(stage)
    indicator_years_slide.add(stage)
    obstacle_slide.add(stage)
    decision_slide.add(stage)
    directive_slide.add(stage)
    since_slide.add(stage)
    basis_slide.add(stage)
    _sign(stage.deck, briefing)
    buffer = BytesIO()
    stage.deck.save(buffer)
    return buffer.getvalue()


def _sign(deck: Presentation, briefing: Briefing) -> None:
    """Say what the file is; nothing of who or what made it."""
    plan, properties = briefing.plan, deck.core_properties
    properties.title = shorten(line(plan.title), _LONGEST)
    subject = line(f"Posisi {briefing.position.label}, {briefing.label}")
    properties.subject = shorten(subject, _LONGEST)
    properties.author = shorten(line(plan.government), _LONGEST)
    properties.last_modified_by = properties.author
    properties.keywords = briefing.code
    properties.comments = shorten(line(briefing.mark), _LONGEST)
    properties.language = "id-ID"
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    properties.revision = 1
