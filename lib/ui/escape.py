"""Text from a workbook is data: made inert before Streamlit reads it as markdown."""

from __future__ import annotations

import re
from urllib.parse import quote

from lib.plan.text.clean_text import one_line

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&=@^])")
_LINKED = re.compile(r"(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
"""Where Streamlit's markdown makes a link of plain words, escaped or not."""
_CUT = "\x00"
_NOTHING = ":small[]"
"""Shows nothing and cuts the words in two; no sign of it goes along when they are copied."""
_BREAKING = re.compile(r"[<>\\\s]")


def plain(text: object) -> str:
    """Return a cell's text in one line without control or direction marks; "" for a blank."""
    return one_line(text) if isinstance(text, str) else ""


def markdown(text: object) -> str:
    """Return a cell's text such that markdown shows it letter for letter, in one line.

    Addresses in it stay words: only an evidence link, checked as such, becomes one to press.
    """
    cut = _LINKED.sub(_CUT, plain(text))
    return _SPECIAL.sub(r"\\\1", cut).replace(_CUT, _NOTHING)


def lines(text: str) -> str:
    """Return a cell's text such that markdown shows it letter for letter, line by line."""
    return "  \n".join(markdown(line) for line in text.splitlines() if line.strip())


def address(link: str) -> str:
    """Return a link such that markdown takes it whole between `<` and `>`."""
    return _BREAKING.sub(lambda sign: quote(sign[0]), link)
