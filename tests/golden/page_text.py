"""The offline copy as text: its words and tables in order, then its figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser

from tests.golden import figure_text

_SILENT = {"style", "script"}
_ROW_PARTS = {"td", "th"}
_TOLD = ("aria-label", "href", "class", "id", "hidden")


def described(html: str) -> Iterator[str]:
    """Yield lines on a copy."""
    page = _Page()
    page.feed(html)
    yield from page.lines
    for drawing in json.loads(page.charts):
        for width in ("wide", "narrow"):
            yield f"=== figure {drawing['name']} {width}, saved as {drawing['picture']}"
            yield from figure_text.described(drawing[width])


class _Page(HTMLParser):
    """Collects a line per piece of text, and one per row of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.charts = ""
        self._inside: list[str] = []
        self._row: list[str] | None = None
        self._item: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br", "link", "img"):
            self._inside.append(tag)
        if tag == "li":
            self._item = []
        if tag == "tr":
            self._row = []
        elif tag in _ROW_PARTS and self._row is not None:
            self._row.append("")
        told = [f"{key}={value}" for key, value in attrs if key in _TOLD and value]
        if told and self._row is None and tag not in _SILENT:
            self._say(f"<{tag} {' '.join(told)}>")

    def _say(self, text: str) -> None:
        """Take a line of its own, or a piece of the list's item that it stands in."""
        (self.lines if self._item is None else self._item).append(text)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass
        if tag == "li" and self._item is not None:
            self.lines.append(f"li: {' '.join(self._item)}")
            self._item = None
        if tag == "tr" and self._row is not None:
            self.lines.append(f"  {' | '.join(self._row)}")
            self._row = None

    def handle_data(self, data: str) -> None:
        tag = self._inside[-1] if self._inside else ""
        text = " ".join(data.split())
        if tag == "script" and data.startswith('[{"name"'):
            self.charts = data
        elif tag in _SILENT or not text:
            return
        elif self._row:
            self._row[-1] += text if not self._row[-1] else f" {text}"
        else:
            self._say(text if self._item is not None else f"{tag}: {text}")
