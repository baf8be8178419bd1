"""Templates whose every text is data: what comes in is escaped, or it is ours and says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lib.briefing.celltext import lines, links
from lib.typeface.fitting import shorten
from lib.voice.words.signs import marked

_LONG = 60
"""Texts longer than this, in characters, get a wider column on a phone."""
_SHOWN = 400
"""Longest piece of what one version did to a row, in characters, so that the page stays small."""


def page(name: str, content: dict[str, Any]) -> str:
    """Fill a template beside this module; a name that `content` lacks is an error, not a blank."""
    return _templates().get_template(name).render(content)


def ours(text: str) -> Markup:
    """Mark a text of this project, such as a script, as fit to stand in the page as it is."""
    return Markup(text)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["long"] = _LONG
    made.filters.update(
        broken=_broken, anchor=_anchor, links=links, marked=marked, shortened=_shortened
    )
    made.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    return made


def _fit(value: object) -> object:
    """Take control marks out of whatever is written; what is ours stays as it is."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else lines(value)


def _broken(text: str) -> Markup:
    """Escape a text and keep its line breaks."""
    return Markup("<br>").join(lines(text).split("\n"))


def _shortened(text: str) -> str:
    return shorten(text, _SHOWN)


def _anchor(name: str) -> str:
    return name.lower().replace(" ", "-")
