"""The charts of a page that ran without a browser."""

import json
from typing import Any

from lib.web.chart_files import NAME


def charts(app: Any) -> list[dict[str, Any]]:
    """Return what the chart element was given, per chart: `alt`, `config`, `figure` and more."""
    found = (chart_of(element.proto) for element in app.get("bidi_component"))
    return [chart for chart in found if chart is not None]


def chart_of(proto: Any) -> dict[str, Any] | None:
    """Return what one element was given, its figure read; None for another element."""
    if getattr(proto, "component_name", "") != NAME:
        return None
    given = json.loads(proto.json)
    return {**given, "figure": json.loads(given["figure"])}
