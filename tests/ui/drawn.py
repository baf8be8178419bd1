"""The charts of a page that ran without a browser."""

import json
from typing import Any

from lib.web import slide_files
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


def slides(app: Any) -> dict[str, Any]:
    """Return what the element with a deck's slides was given."""
    given = (slides_of(element.proto) for element in app.get("bidi_component"))
    [found] = [one for one in given if one is not None]
    return found


def slides_of(proto: Any) -> dict[str, Any] | None:
    """Return what one element was given to show a deck; None for another element."""
    is_one = getattr(proto, "component_name", "") == slide_files.NAME
    return json.loads(proto.json) if is_one else None
