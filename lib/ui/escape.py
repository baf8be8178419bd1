"""Text from a workbook is data: made inert before Streamlit reads it as markdown."""

from __future__ import annotations

import re
from urllib.parse import quote

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&=@^])")
_LINKED = re.compile(r"(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
"""Where Streamlit's markdown makes a link of plain words, escaped or not."""
_CUT = "\x00"
_NOTHING = ":small[]"
"""Shows nothing and cuts the words in two; no sign of it goes along when they are copied."""
_BREAKING = re.compile(r"[<>\\\s]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def plain(text: object) -> str:
    """Return a cell's text in one line without control or direction marks; "" for a blank."""
    if not isinstance(text, str):
        return ""
    return " ".join(_CONTROL.sub("", text).split())


def markdown(text: object) -> str:
    """Return a cell's text such that markdown shows it letter for letter, in one line.

    Addresses in it stay words: only an evidence link, checked as such, becomes one to press.
    """
    cut = _LINKED.sub(_CUT, plain(text))
    return _SPECIAL.sub(r"\\\1", cut).replace(_CUT, _NOTHING)


def address(link: str) -> str:
    """Return a link such that markdown takes it whole between `<` and `>`."""
    return _BREAKING.sub(lambda sign: quote(sign[0]), link)
