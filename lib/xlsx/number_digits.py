"""A number's digits laid into the placeholders of its format, as an Indonesian Excel does it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

MOST = 9
"""More percent signs, scaling commas or decimals than this come from no person."""

_PADDING = {"0": "0", "?": " ", "#": ""}


class Token(NamedTuple):
    """One sign of a format; `kind` is the name of its group in the pattern."""

    kind: str
    text: str


Section = tuple[Token, ...]


def literal(token: Token) -> str:
    """Return the words that a token writes into the cell by itself."""
    match token.kind:
        case "space":
            return " "
        case "fill":
            return ""
        case "bracket":
            # `[$Rp-421]` names a currency and a language; everything else there is colour.
            return token.text[1:].partition("-")[0] if token.text.startswith("$") else ""
        case _:
            return token.text


def lay(inner: Section, exact: Decimal) -> tuple[Decimal, str, str]:
    """Return the number shown, its digits as shown, and its digits written out."""
    kinds = {token.kind for token in inner}
    if "slash" in kinds:
        return exact, _fraction(inner, exact), _plain(exact)
    if "exponent" in kinds:
        places = min(sum(t.kind == "digit" for t in _after_point(inner)), MOST)
        return exact, f"{abs(exact):.{places}E}".replace(".", ","), _plain(exact)
    if "general" in kinds:
        return exact, _general(exact), _plain(exact)
    decimals = [token for token in _after_point(inner) if token.kind == "digit"][:MOST]
    figure = exact.quantize(Decimal(1).scaleb(-len(decimals)))
    return figure, _laid(inner, figure, is_grouped=True), _laid(inner, figure, is_grouped=False)


def _after_point(inner: Section) -> Section:
    """Return the tokens between the decimal point and an exponent."""
    kinds = [token.kind for token in inner]
    if "point" not in kinds:
        return ()
    end = kinds.index("exponent") if "exponent" in kinds else len(kinds)
    return inner[kinds.index("point") + 1 : end]


def _laid(inner: Section, figure: Decimal, is_grouped: bool) -> str:
    """Lay a rounded number's digits into the placeholders."""
    kinds = [token.kind for token in inner]
    point = kinds.index("point") if "point" in kinds else len(kinds)
    whole, _, rest = f"{abs(figure):f}".partition(".")
    integer = [token for token in inner[:point] if token.kind != "comma"]
    is_grouped = is_grouped and "comma" in kinds[:point]
    decimals = _decimals(inner[point + 1 :], rest)
    laid = _integer(integer, whole.lstrip("0"), is_grouped)
    return f"{laid or 0},{decimals}" if decimals else laid


def _integer(tokens: Sequence[Token], digits: str, is_grouped: bool) -> str:
    """Fill placeholders from the right; the leftmost takes all digits that remain."""
    leftmost = next((i for i, token in enumerate(tokens) if token.kind == "digit"), -1)
    laid: list[str] = []
    taken = 0
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind != "digit":
            laid.append(literal(token))
            continue
        for _ in range(max(1, len(digits) - taken) if index == leftmost else 1):
            sign = digits[-1 - taken] if taken < len(digits) else _PADDING[token.text]
            if is_grouped and sign and taken and taken % 3 == 0:
                laid.append(".")
            laid.append(sign)
            taken += 1
    return "".join(reversed(laid))


def _decimals(tokens: Sequence[Token], digits: str) -> str:
    """Fill the placeholders behind the point; zeros at the end show only under `0`."""
    laid: list[str] = []
    taken = 0
    for token in tokens:
        if token.kind != "digit":
            laid.append(literal(token))
        elif taken < len(digits):
            is_rest_zero = not digits[taken:].strip("0")
            laid.append(_PADDING[token.text] if is_rest_zero else digits[taken])
            taken += 1
    return "".join(laid).rstrip(" ")


def _fraction(inner: Section, exact: Decimal) -> str:
    """Write a number as `1 3/4`, its denominator as long as the format's."""
    kinds = [token.kind for token in inner]
    tail = "".join(token.text for token in inner[kinds.index("slash") + 1 :])
    if tail.isdigit() and int(tail):
        whole, rest = divmod(round(Fraction(abs(exact)) * int(tail)), int(tail))
        below = int(tail)
    else:
        part = Fraction(abs(exact)).limit_denominator(10 ** min(max(len(tail), 1), 4) - 1)
        whole, rest = divmod(part.numerator, part.denominator)
        below = part.denominator
    words = [str(whole)] if whole or not rest else []
    return " ".join([*words, f"{rest}/{below}"] if rest else words)


def _general(exact: Decimal) -> str:
    """Write a number as a General cell does: at most ten digits, no zeros at the end."""
    whole = len(f"{abs(exact):.0f}")
    return _plain(round(exact, max(10 - whole, 0)))


def _plain(exact: Decimal) -> str:
    """Write a number without its sign, separators of thousands and zeros at the end."""
    text = f"{abs(exact):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
