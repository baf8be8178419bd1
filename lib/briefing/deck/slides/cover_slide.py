"""The first slide: whose plan, which plan, which position, which version."""

from __future__ import annotations

from lib.briefing.celltext import line
from lib.briefing.deck.drawing.stage import Stage, set_headline
from lib.briefing.deck.drawing.text_boxes import Run, textbox, write
from lib.briefing.deck.theme import COVER_TITLE, KICKER, Box
from lib.charts.palette import BRIGHT
from lib.voice import activities

_GOVERNMENT = Box(KICKER.x, 1.4, COVER_TITLE.w, 0.5)
_SIZES = (34, 30, 26, 22)


def add(stage: Stage) -> None:
    """Add the cover."""
    briefing, standing = stage.briefing, stage.standing
    slide = stage.deck.slides.add_slide(stage.deck.slide_layouts[0])
    set_headline(slide, briefing.plan.title or "Rencana aksi", _SIZES)
    government = Run(line(briefing.plan.government), 18, True, BRIGHT.accent)
    textbox(slide, _GOVERNMENT, [[government]], "Pemerintah daerah")
    what = [Run("Bahan rapat koordinasi", 20, True)]
    when = [Run(f"Posisi {briefing.position.label}", 20)]
    version = [Run(line(f"{briefing.label} · kode {briefing.code}"), 14, False, BRIGHT.muted)]
    write(slide.placeholders[1].text_frame, [what, when, version], after=4)
    stage.dress(slide, [activities.headline(standing.activities, standing.position)])
