"""The two scripts of the chart element: its own, and the plotly.js of the installed package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from lib.web.assets import Asset
from lib.web.streamlit_parts import ELEMENTS, element

NAME = "rencana-bagan"
LIBRARY = Asset(Path(str(files("plotly"))) / "package_data" / "plotly.min.js", "/aset/")
SCRIPT = Asset(Path(__file__).parent / "bagan.js", f"{ELEMENTS}{NAME}/")
CHART_FILES = (LIBRARY, SCRIPT)

_HTML = '<div class="bagan" role="figure"></div><p class="bagan-kabar" role="status"></p>'

mount = element(NAME, _HTML, SCRIPT.path, SCRIPT.name)
"""Puts a chart on the page; `lib/ui/chart_element.py` says what goes in."""
