"""Warming up at the start, so that the first visitor pays for nothing that all visitors need."""

from __future__ import annotations

import gc
import logging

from lib.plan.standing import EVERYTHING
from lib.service.actor import VISITOR
from lib.service.plan_choice import default_of

# What the pages import; the makers of deck and report wait until Bahan Rapat asks for them.
from lib.ui.screens import history_view, upload_view  # noqa: F401
from lib.ui.screens.pantau import (  # noqa: F401
    agency_reports,
    annex_view,
    drawings,
    rapor,
    summary_view,
)
from lib.ui.viewer import filters, services, standings
from lib.ui.viewer.viewer import Viewer

_log = logging.getLogger(__name__)


def warm_up() -> None:
    """Read what the first page shows, and free the garbage collector from all that stays.

    A start never fails here: what cannot be read is told to who asks for it.
    """
    try:
        _look_once()
    except Exception:
        _log.exception("the newest version could not be read ahead")
    gc.collect()
    gc.freeze()


def _look_once() -> None:
    """Compute what everybody sees first: the default plan's newest version, as of today."""
    library = services.library()
    plans = library.plans(VISITOR)
    newest = Viewer(VISITOR, library, plans, default_of(plans)).newest
    position = filters.default_position(newest.plan)
    standing = standings.standing(VISITOR, newest, position, EVERYTHING, None)
    _ = standing.quarters, standing.summary, standing.attention
