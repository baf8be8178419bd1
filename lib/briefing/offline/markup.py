"""Pieces of HTML; every text that comes in is data and comes out escaped."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from lib.briefing.celltext import lines
from lib.briefing.written_tables import Cell, WrittenTable
from lib.voice.key_figures import KeyFigure


def text(value: str) -> str:
    """Return a text as HTML shows it letter for letter, in element or attribute."""
    return escape(lines(value), quote=True)


def paragraph(value: str, kind: str = "") -> str:
    """Return a paragraph; "" for an empty text."""
    marked = f' class="{kind}"' if kind else ""
    return f"<p{marked}>{text(value)}</p>" if value else ""


def points(values: Iterable[str], tag: str = "ul") -> str:
    """Return a list; "" for nothing to list."""
    items = "".join(f"<li>{text(value)}</li>" for value in values)
    return f"<{tag}>{items}</{tag}>" if items else ""


def figures(found: Iterable[KeyFigure]) -> str:
    """Return the five figures side by side."""
    cards = (
        f'<div><dt>{text(one.label)}</dt><dd class="nilai">{text(one.value)}</dd>'
        f'<dd class="lirih">{text(one.note)}</dd></div>'
        for one in found
    )
    return f'<dl class="angka">{"".join(cards)}</dl>'


def table(content: WrittenTable, caption: str) -> str:
    """Return a table that scrolls by itself where the screen is narrow."""
    head = "".join(f'<th scope="col">{text(header)}</th>' for header in content.headers)
    body = "".join(
        f"<tr{_strong(index in content.strong)}>{''.join(map(_cell, row))}</tr>"
        for index, row in enumerate(content.rows)
    )
    return (
        f'<div class="gulir" tabindex="0" role="region" aria-label="{text(caption)}"><table>'
        f"<caption>{text(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _strong(strong: bool) -> str:
    return ' class="kelompok"' if strong else ""


_LONG = 60
"""Texts longer than this, in characters, get a wider column on a phone."""


def _cell(content: Cell) -> str:
    if isinstance(content, str):
        long = ' class="panjang"' if len(content) > _LONG else ""
        return f"<td{long}>{text(content).replace(chr(10), '<br>')}</td>"
    return f'<td class="panjang">{"<br>".join(map(_link, content))}</td>'


def _link(address: str) -> str:
    """Return a link; `tables` lets http(s) addresses through alone."""
    shown = text(address)
    return f'<a href="{shown}" target="_blank" rel="noopener noreferrer">{shown}</a>'


def data(value: Any) -> str:
    """Return a value as JSON that cannot end the script element it stands in."""
    plain = json.dumps(value, separators=(",", ":"))
    for sign in "<>&":
        plain = plain.replace(sign, f"\\u{ord(sign):04x}")
    return plain
