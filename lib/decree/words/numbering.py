"""Printed numbers such as `KP I`, `A.`, `1)`, `1.1.1`, `2.16.02.2.01`: their family and value.

A family is what numbers of one level share: `A`, `I`, `1`, `1)`, `a`, or `d3` for three parts.
A sign like `I` or `C` may be a letter or a Roman numeral; both readings are kept, and what
stands around it decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = (
    r"kp|kelompok program|program|bab|pilar|strategi|sasaran|misi|tujuan|aksi|rencana aksi|"
    r"kegiatan|fokus|agenda|prioritas|komponen|tahap"
)
_WORD = re.compile(
    rf"({_WORDS})\s*[-.]?\s*(\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}|[IVXLC]+|[A-Z])(?![A-Za-z0-9])[.):]*",
    re.I,
)
_PART = r"(?:\d{1,5}|[IVXLC]{1,7}|[ivxlc]{1,7}|[ABD-HJKM-UWYZabd-hjkm-uwyz])"
_TOKEN = re.compile(rf"(\(?)({_PART}(?:\s?[.\-]\s?{_PART}){{0,9}})\s*([.)]*)")
_LEADING = re.compile(
    rf"(?:{_WORD.pattern}|\(?{_PART}(?:[.\-]{_PART}){{0,9}}(?:\.?\)|\.)(?=\s|[A-Z][a-z]|[A-Z]{{3}}|$)"
    r"|(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:\.(?:\d{1,5}|[a-z]|[IVX]{1,5})){1,9}(?=\s))\s*[-–:]?\s*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•●▪■◦○➢→❖◆·*\-–—>]+\s*(?=\w|\()|[o§]\s+(?=[A-Z])")
_ROMAN = re.compile(r"(?=.)(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SIGNS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number and the ways to read it, the likeliest first."""

    printed: str
    readings: tuple[tuple[str, int], ...]
    """Family and value."""

    @property
    def family(self) -> str:
        return self.readings[0][0]

    @property
    def value(self) -> int:
        return self.readings[0][1]

    @property
    def is_small(self) -> bool:
        """Whether it is of a kind that counts things inside a text: `a.`, `1)`, `(i)`."""
        return self.family[0] in "ai" or self.family.endswith(")")

    @property
    def parts(self) -> int:
        """How many parts a dotted number has; 0 for numbers that begin with a word."""
        if self.family.startswith("d"):
            return int(self.family[1:])
        return 0 if ":" in self.family else 1

    @property
    def code(self) -> str:
        """The number without the signs around it, such as `a` for `a)`."""
        return re.sub(r"\s*([.\-])\s*", r"\1", self.printed.strip(" ().:"))


def parse(text: str) -> Number | None:
    """Read a text that is a number and nothing else; None for any other."""
    text = " ".join(text.split())
    if not text or len(text) > 40:
        return None
    if word := _WORD.fullmatch(text):
        return Number(text, ((f"w:{word[1].lower()}", _value(word[2].rpartition(".")[2])),))
    token = _TOKEN.fullmatch(text)
    if token is None:
        return None
    opening, body, closing = token.groups()
    parts = re.split(r"\s?[.\-]\s?", body)
    if len(parts) > 1:
        return _compound(text, parts)
    decoration = "()" if opening and ")" in closing else ")" if ")" in closing else ""
    readings = tuple((family + decoration, value) for family, value in _single(body))
    return Number(text, readings) if readings else None


def split(text: str) -> tuple[Number | None, str]:
    """Part a text from the number it begins with; None and the text where it has none."""
    text = text.strip()
    found = _LEADING.match(text)
    if found is None:
        return None, text
    number = parse(found[0].strip(" -–:"))
    rest = text[found.end() :].strip()
    if number is None or (number.parts == 0 and (not rest or found[0].strip()[-1].islower())):
        return None, text
    return number, rest


def is_bullet(text: str) -> bool:
    """Tell whether a line begins with a list's sign."""
    return _BULLET.match(text.strip()) is not None


def unbulleted(text: str) -> str:
    """Return a line without the list's sign it begins with."""
    text = text.strip()
    found = _BULLET.match(text)
    return text[found.end() :].strip() if found else text


def roman_value(text: str) -> int | None:
    """Read a Roman numeral below 100; None for any other text."""
    text = text.upper()
    if not _ROMAN.fullmatch(text):
        return None
    values = [_SIGNS[sign] for sign in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _compound(text: str, parts: list[str]) -> Number | None:
    """Read a number of several parts; dates, years, amounts and abbreviations are none."""
    if set(parts[1:]) == {"000"}:
        return None
    if any(part.isdecimal() and 1900 < int(part) < 2200 and len(part) == 4 for part in parts):
        return None
    has_digit = any(part.isdecimal() for part in parts)
    if not has_digit and not (parts[0].isupper() and roman_value(parts[0])):
        return None
    return Number(text, ((f"d{len(parts)}", _value(parts[-1])),))


def _single(body: str) -> tuple[tuple[str, int], ...]:
    if body.isdecimal():
        return (("1", int(body)),) if len(body) < 4 else ()
    case = str.upper if body.isupper() else str.lower
    found = []
    roman = roman_value(body) if body in (body.upper(), body.lower()) else None
    if roman:
        found.append((case("I"), roman))
    if len(body) == 1:
        letter = (case("A"), ord(body.upper()) - ord("A") + 1)
        # I, V and X count chapters; C, D and L are letters unless what is around says otherwise.
        found.insert(0 if body.upper() in "CDLM" else len(found), letter)
    return tuple(found)


def _value(part: str) -> int:
    if part.isdecimal():
        return int(part)
    roman = roman_value(part)
    if roman and (len(part) > 1 or part.upper() in "IVX"):
        return roman
    return ord(part.upper()[0]) - ord("A") + 1
