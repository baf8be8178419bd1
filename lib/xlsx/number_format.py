"""What a number format shows of a number: its section, digits, signs and words.

A workbook stores 0,75 and a format such as `0%`; a person sees `75%`. What is shown is written
here as an Indonesian Excel does it: decimal comma, thousands apart by points.
Source: ECMA-376 part 1, 18.8.31 (numFmts). Widths, colours and fillings are left aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from enum import StrEnum
from functools import lru_cache

from lib.xlsx import number_digits
from lib.xlsx.number_digits import MOST, Section, Token, literal

GENERAL = "General"
NOTHING = ";;;"
"""The format of a cell that shows nothing of what it holds."""
DIGITS = 15
"""Excel keeps and compares this many significant digits."""

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
_TOKEN = re.compile(
    r'"(?P<words>[^"]*)"?|\\(?P<sign>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]|'
    r"(?P<general>General)|(?P<exponent>E[+-])|(?P<moment>AM/PM|A/P|[ymdhs]+)|(?P<digit>[0#?])|"
    r"(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)|(?P<at>@)|(?P<end>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"\s*(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d*)?)\s*")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


class Shows(StrEnum):
    """What a cell shows of its number."""

    NUMBER = "number"
    WORDS = "words"
    """Words of the format alone, none of the number's digits."""
    NOTHING = "nothing"
    MOMENT = "moment"
    """A date or a time."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a person sees of a number."""

    look: Shows
    text: str
    """As it stands in the cell; blank for `NOTHING` and `MOMENT`."""
    bare: str = ""
    """The same without separators of thousands; powers and fractions written out."""
    figure: Decimal = Decimal(0)
    """The number that the digits spell: after percent signs and scaling, rounded."""
    exact: Decimal = Decimal(0)
    """The same before rounding."""
    percents: int = 0
    """How often the format multiplies by a hundred; a written `"%"` does not."""


def significant(value: float) -> Decimal:
    """Return a number at the digits that Excel keeps, without binary noise behind them."""
    return Decimal(f"{value:.{DIGITS}g}")


def sight(value: float, number_format: str | None) -> Sight:
    """Say what a cell shows of a finite number."""
    with localcontext(_CONTEXT):
        number = significant(value)
        section, is_signed = _chosen(_sections(number_format or GENERAL), number)
        kinds = {token.kind for token in section}
        if _is_moment(section):
            return Sight(Shows.MOMENT, "")
        if not kinds & {"digit", "general"}:
            return _words(section, "-" if is_signed and number < 0 else "")
        return _number(section, number, is_signed)


def text_shown(text: str, number_format: str | None) -> str:
    """Return what a cell shows of a text: itself, unless the format's section for texts differs."""
    sections = _sections(number_format or GENERAL)
    last = sections[-1]
    if len(sections) < 4 and not any(token.kind == "at" for token in last):
        return text
    keeps = {"at", "general"}
    return "".join(text if token.kind in keeps else literal(token) for token in last)


@lru_cache(maxsize=1024)
def _sections(number_format: str) -> tuple[Section, ...]:
    sections: list[list[Token]] = [[]]
    for found in _TOKEN.finditer(number_format):
        kind = str(found.lastgroup)
        if kind == "end":
            sections.append([])
        else:
            sections[-1].append(Token(kind, found[kind]))
    return tuple(tuple(section) for section in sections[:4])


def _chosen(sections: Sequence[Section], number: Decimal) -> tuple[Section, bool]:
    """Return the section that holds for a number, and whether it shows the minus by itself."""
    numeric = list(sections[:3])
    if any(token.kind == "at" for token in numeric[-1]) and len(sections) < 4:
        numeric = numeric[:-1] or [(Token("general", GENERAL),)]
    conditions = [_condition(section) for section in numeric]
    if any(conditions[:2]):
        return _by_condition(numeric, conditions, number)
    if number < 0 and len(numeric) > 1:
        return numeric[1], False
    return numeric[2 if number == 0 and len(numeric) > 2 else 0], True


def _by_condition(
    sections: Sequence[Section], conditions: Sequence[tuple[str, Decimal] | None], number: Decimal
) -> tuple[Section, bool]:
    for section, condition in list(zip(sections, conditions, strict=True))[:2]:
        if condition and _holds(condition, number):
            only_negative = condition[0] in ("<", "<=") and condition[1] <= 0
            return section, not only_negative
    rest = 2 if all(conditions[:2]) else 1
    return sections[min(rest, len(sections) - 1)], True


def _condition(section: Section) -> tuple[str, Decimal] | None:
    for token in section:
        if token.kind == "bracket" and (found := _CONDITION.fullmatch(token.text)):
            return found[1], Decimal(found[2])
    return None


def _holds(condition: tuple[str, Decimal], number: Decimal) -> bool:
    sign, bound = condition
    return {
        "<": number < bound,
        "<=": number <= bound,
        ">": number > bound,
        ">=": number >= bound,
        "=": number == bound,
        "<>": number != bound,
    }[sign]


def _is_moment(section: Section) -> bool:
    """Tell whether a section shows dates; letters behind digits are words of a careless writer."""
    for token in section:
        if token.kind in ("digit", "general"):
            return False
        if token.kind == "moment" or (token.kind == "bracket" and _ELAPSED.fullmatch(token.text)):
            return True
    return False


def _words(section: Section, sign: str) -> Sight:
    text = sign + "".join(literal(token) for token in section)
    clean = text.strip()
    return Sight(Shows.WORDS if clean else Shows.NOTHING, clean, clean)


def _number(section: Section, number: Decimal, is_signed: bool) -> Sight:
    first, last = _span(section)
    percents = min(sum(token.kind == "percent" for token in section), MOST)
    inner, scale = _without_scale(section[first:last])
    exact = number * Decimal(100) ** percents / Decimal(1000) ** scale
    figure, shown, plain = number_digits.lay(inner, exact)
    minus = "-" if is_signed and figure < 0 else ""
    before, after = (
        "".join(literal(token) for token in part) for part in (section[:first], section[last:])
    )
    text = f"{minus}{before}{shown}{after}".strip()
    bare = f"{minus}{before}{plain}{after}".strip()
    look = Shows.NUMBER if any(sign.isdigit() for sign in plain) else Shows.WORDS
    return Sight(look if text else Shows.NOTHING, text, bare, figure, exact, percents)


def _span(section: Section) -> tuple[int, int]:
    """Return where the digits begin and end, with the points and commas that belong to them."""
    places = [i for i, token in enumerate(section) if token.kind in ("digit", "general")]
    first, last = places[0], places[-1] + 1
    if first and section[first - 1].kind == "point":
        first -= 1
    while last < len(section) and section[last].kind in ("comma", "point"):
        last += 1
    if last < len(section) - 1 and section[last].kind == "slash":
        # A fixed denominator, such as the 8 of `# ?/8`.
        while last < len(section) and section[last].text.isalnum() | (section[last].text == "/"):
            last += 1
    return first, last


def _without_scale(inner: Section) -> tuple[Section, int]:
    """Take out the commas that divide by a thousand: behind the digits, or before the point."""
    kept: list[Token] = []
    scale = 0
    is_end = True
    for token in reversed(inner):
        if token.kind == "comma" and is_end:
            scale += 1
            continue
        is_end = token.kind == "point"
        kept.append(token)
    return tuple(reversed(kept)), min(scale, MOST)
