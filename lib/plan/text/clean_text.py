"""Text as it came from people and programs, cleaned of what no page, file or terminal may get."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_JOINED = "[\u00a9\u00ae\u2190-\u2bff\ufe0f\u20e3\U0001f000-\U0001faff]"
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    f"|(?<!{_JOINED})\u200d|\u200d(?!{_JOINED})"
)
"""Of the invisible signs, joiners stay inside an emoji: without them one becomes several."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_STEERING = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ud800-\udfff\ufeff]"
)


def has_control(raw: str) -> bool:
    """Tell whether a text holds characters that no workbook or page can show."""
    return _CONTROL.search(_BREAKS.sub("\n", raw)) is not None


def tidy(raw: str) -> str:
    """Normalise a text: NFC, LF, plain spaces, nothing invisible, nothing around it."""
    if raw.isascii() and raw.isprintable():
        return raw.strip()
    text = _SPACES.sub(" ", _BREAKS.sub("\n", raw))
    text = unicodedata.normalize("NFC", _CONTROL.sub("", _INVISIBLE.sub("", text)))
    return "\n".join(line.rstrip(" ") for line in text.split("\n")).strip()


def one_line(text: str) -> str:
    """Return a text in one line: what it says, without breaks, steering and hidden signs."""
    return " ".join(tidy(text).split())


def written_out(text: str) -> str:
    """Return a text whose steering and hidden signs are spelled as `\\u202e`, none of them lost."""
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
