"""Cells of links: addresses, with or without numbers and labels before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lib.findings import catalogue
from lib.findings.finding import CatalogueEntry
from lib.plan.cell_rules import is_link
from lib.plan.text.clean_text import tidy
from lib.workbook.reading.cell_words import BLANK, Parsed, is_blank, shown

_BETWEEN = re.compile(r"\s+|[;,]\s*(?=https?:)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"\\]+", re.IGNORECASE)
_ENDINGS = ".,;:!?"
_OTHER_EVIDENCE = re.compile(r"\bwww\.|\w\.[a-z]\w{1,3}\b|:\\|file:|javascript:", re.IGNORECASE)
"""A file's name or an address without http in a label is evidence that must not be dropped."""
_HEADING = re.compile(r"(?:.*:|[\W\d_]*)\s*")
"""A line that only announces or numbers the next one."""
_HYPERLINK = re.compile(r'\s*HYPERLINK\(\s*"((?:[^"]|"")*)"', re.IGNORECASE)


def links(raw: object) -> Parsed:
    """Read http(s) addresses; numbers and labels before them are left out, and that is said."""
    if is_blank(raw):
        return BLANK
    words = tidy(raw) if isinstance(raw, str) else shown(raw)
    addresses = [part for part in _BETWEEN.split(words) if part]
    if addresses and all(is_link(part) for part in addresses):
        value = "\n".join(addresses)
        return Parsed(value) if value == raw else _tidied(value, raw)
    lines = words.split("\n")
    labelled = [address for line in lines for address in _labelled(line)]
    wrong = next((line for line in lines if not _is_told(line)), None if labelled else words)
    if wrong is not None:
        return Parsed(None, catalogue.LINK_INVALID, {"seen": _no_link(wrong)})
    return Parsed("\n".join(labelled), catalogue.LINK_LABELLED, {"seen": shown(raw)})


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a cell's words lead to, and what is to be said when that is read in their place."""

    address: str
    entry: CatalogueEntry


def behind(raw: object, lead: Lead | None) -> Parsed | None:
    """Read the link that lies behind a cell's words; None where the words name something else."""
    if lead is None or not is_link(lead.address) or _OTHER_EVIDENCE.search(str(raw)):
        return None
    return Parsed(lead.address, lead.entry, {"seen": shown(raw), "link": lead.address})


def inserted(links: Mapping[str, str]) -> dict[str, Lead]:
    """Return the leads of inserted links, by cell.

    They ask for a yes: Excel keeps the old link when somebody types over its words.
    """
    return {cell: Lead(address, catalogue.LINK_BEHIND) for cell, address in links.items()}


def by_formula(formulas: Mapping[str, str]) -> dict[str, Lead]:
    """Return the leads of `=HYPERLINK("…")`, by cell; who writes one names its link with it."""
    found = {cell: _HYPERLINK.match(formula) for cell, formula in formulas.items()}
    return {
        cell: Lead(match[1].replace('""', '"'), catalogue.LINK_FORMULA)
        for cell, match in found.items()
        if match
    }


def _tidied(value: str, raw: object) -> Parsed:
    return Parsed(value, catalogue.TEXT_TIDIED, {"seen": shown(raw)})


def _labelled(line: str) -> Iterator[str]:
    """Yield the addresses in a line, without what ends the sentence behind them."""
    for part in _BETWEEN.split(line):
        if found := _ADDRESS.search(part):
            address = found[0].rstrip(_ENDINGS)
            yield address if "(" in address else address.rstrip(")]")


def _is_told(line: str) -> bool:
    """Tell whether a line's links say all that is evidence in it."""
    labels = _ADDRESS.sub("", line)
    if _OTHER_EVIDENCE.search(labels) or not all(map(is_link, _labelled(line))):
        return False
    return labels != line or _HEADING.fullmatch(line) is not None


def _no_link(words: str) -> str:
    """Quote the first part that is no link, whole, as the person wrote it."""
    parts = (part for part in re.split(r"[;,]\s+|\n", words) if part)
    wrong = next((part for part in parts if not is_link(part)), words)
    return shown(wrong.strip())
