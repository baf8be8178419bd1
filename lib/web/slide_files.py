"""The element that shows a deck's slides as pictures, to be saved, copied and packed."""

from __future__ import annotations

from pathlib import Path

from lib.briefing.offline import embedded
from lib.web.assets import Asset
from lib.web.streamlit_parts import ELEMENTS, element

_HERE = Path(__file__).parent
NAME = "rencana-salindia"
PICTURES = Asset(Path(embedded.__file__).with_name("gambar.js"), "/aset/")
SCRIPT = Asset(_HERE / "salindia.js", f"{ELEMENTS}{NAME}/")
SLIDE_FILES = (PICTURES, SCRIPT)

_HTML = '<div class="salindia"></div><dialog class="salindia-besar"></dialog>'

mount = element(
    NAME, _HTML, SCRIPT.path, SCRIPT.name, (_HERE / "salindia.css").read_text(encoding="utf-8")
)
"""Puts the pictures on a page; `lib/ui/slide_gallery.py` says what goes in."""
