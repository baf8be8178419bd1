"""How old the data on screen are, in words."""

from __future__ import annotations

from lib.plan.reporting.report_times import has_reported
from lib.service.library import Snapshot
from lib.ui.viewer.viewer import Viewer
from lib.voice.freshness import agency_freshness, freshness


def age(viewer: Viewer, snapshot: Snapshot, agency: str | None = None) -> str:
    """Say how old a version's newest report is, of one agency if one is looked at; or ""."""
    plan, times = snapshot.plan, viewer.report_times(snapshot.number)
    if agency is None:
        return freshness(times.last, plan.is_reported)
    return agency_freshness(agency, times.last_of(plan, agency), has_reported(plan, agency))
