"""What a chart's label shows of its value, by the number formats of this deck."""

from __future__ import annotations

import re

_SECTION = re.compile(r'(?:"[^"]*"|\[[^\]]*\]|[^;"\[])*')
_TOKEN = re.compile(r'"(?P<words>[^"]*)"|\[[^\]]*\]|0(?P<decimals>\.0+)?|(?P<other>.)')


def label(form: str, value: float) -> str:
    """Return a value as its format shows it: `[$-421]"! "0.0"%"` makes 40,5 of it `! 40,5%`.

    A second and third part of a format are for values below and of zero.
    """
    parts = _sections(form)
    at = 0 if value > 0 or len(parts) < 2 else (1 if value < 0 else 2)
    part = parts[at] if at < len(parts) else parts[0]
    return "".join(_shown(token, value) for token in _TOKEN.finditer(part))


def _sections(form: str) -> list[str]:
    found, rest = [], form
    while True:
        match = _SECTION.match(rest)
        taken = match[0] if match else ""
        found.append(taken)
        rest = rest[len(taken) :]
        if not rest.startswith(";"):
            return found
        rest = rest[1:]


def _shown(token: re.Match[str], value: float) -> str:
    if token["words"] is not None:
        return token["words"]
    if token[0].startswith("["):
        return ""
    if token["other"]:
        return token["other"]
    places = len(token["decimals"] or ".") - 1
    return f"{value:.{places}f}".replace(".", ",")
