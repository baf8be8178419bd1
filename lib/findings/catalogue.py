"""The catalogue of findings: every code, its severity and its words, read once from `entries/`.

`catalogue.FORMULA_SAVED` is the entry `[formula-saved]`; `CATALOGUE["formula-saved"]` is the
same one. The handbook page `docs/temuan.md` is generated from it, and a test triggers every
code.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from lib.findings.finding import CatalogueEntry, Severity

ENTRIES = Path(__file__).parent / "entries"
_FILES = ("file", "tables", "cells", "registers", "changes", "decree")
"""In the order in which the handbook tells them."""
_FIELDS = ("severity", "title", "seen", "expected", "advice", "example")
_CODE = re.compile(r"[a-z]+(-[a-z]+)*")


def load(folder: Path = ENTRIES) -> Mapping[str, CatalogueEntry]:
    """Read every entry of a folder by its code; ValueError names the file and what is wrong."""
    catalogue: dict[str, CatalogueEntry] = {}
    for path in (folder / f"{name}.toml" for name in _FILES):
        for code, fields in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if code in catalogue:
                raise ValueError(f"{path.name} [{code}]: the code stands in another file, too")
            try:
                catalogue[code] = _entry(code, fields)
            except ValueError as error:
                raise ValueError(f"{path.name} [{code}]: {error}") from None
    return MappingProxyType(catalogue)


def _entry(code: str, fields: Mapping[str, str]) -> CatalogueEntry:
    if not _CODE.fullmatch(code):
        raise ValueError("a code is made of small letters and single hyphens")
    if tuple(fields) != _FIELDS:
        raise ValueError(f"the fields are {', '.join(_FIELDS)}, in this order")
    if blank := [name for name, text in fields.items() if not text]:
        raise ValueError(f"{', '.join(blank)} is blank")
    for text in (fields["seen"], fields["expected"], fields["advice"]):
        _check_places(text)
    return CatalogueEntry(
        code, Severity(fields["severity"]), *(fields[name] for name in _FIELDS[1:])
    )


def _check_places(text: str) -> None:
    """Hold placeholders to plain names; ValueError for anything else in braces."""
    for _, name, spec, conversion in string.Formatter().parse(text):
        if name is not None and (not name.isidentifier() or spec or conversion):
            raise ValueError(f"{{{name}}} is no plain placeholder")


CATALOGUE = load()


def __getattr__(name: str) -> CatalogueEntry:
    """Return the entry whose code is this name in small letters, with hyphens."""
    entry = CATALOGUE.get(name.lower().replace("_", "-"))
    if entry is None or not name.isupper():
        raise AttributeError(f"no finding is called {name}")
    return entry
