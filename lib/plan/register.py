"""The agency register: who the texts under PIHAK TERLIBAT mean.

A text is held against the names, full names and aliases that the register knows, longest first,
so that "Dinas Pendidikan, Kepemudaan dan Olah Raga" is one agency; separators split only what
then still stands between. What nobody knows stays as written.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

VERIFIER = "Verifikator"
"""What PERAN says of the agency that verifies reports."""

_SEPARATORS = re.compile(
    r"\s*([,;/\n]|(?<=\s)(?:dan|serta|&)(?=\s)|(?<!\S)(?:\d+[.)]|[-–•●▪])(?=\s))\s*"
)
_APART_BEFORE = re.compile(r"(?:[,;/\n]|\b(?:dan|serta)|&|(?<!\S)(?:\d+[.)]|[-–•●▪]))\s*$")
_APART_AFTER = re.compile(r"\s*(?:[,;/\n]|(?<=\s)(?:dan|serta|&)\s|(?<=\s)(?:\d+[.)]|[-–•●▪])\s)")
_WITHIN_NAMES = frozenset({",", "dan", "serta", "&"})
"""Signs that also stand inside names, as in Dinas Pendidikan, Kepemudaan dan Olah Raga."""
_OFFICE = re.compile(
    r"(?:dinas|badan|bagian|bidang|biro|inspe[ck]torat|sekretariat|sekretaris|asisten|kantor|kecamatan|"
    r"camat|kelurahan|desa|rumah sakit|puskesmas|satuan|unit|tim|pemerintah|kepala|staf ahli|dewan|"
    r"perusahaan|perumda|forum|kementerian|kepolisian|pengadilan|kejaksaan|komisi|balai|lembaga|"
    r"seluruh|semua|segenap|"
    # and the way their short names begin: Dinkominfo, Disdik, Bappeda, BPKAD, Setda, Satpol
    r"d(?:in|is|p)\w+|ba(?:p|k)\w+|b[pk]\w+|set(?:da|wan)\w*|satpol\w*|kesbang\w*|rsud)\b",
    re.IGNORECASE,
)
_EVERYONE = re.compile(
    r"(?:seluruh|semua|segenap)\s+"
    r"(?:opd|skpd|pd|perangkat\s+daerah|satuan\s+kerja(?:\s+perangkat\s+daerah)?|instansi|unit\s+kerja)"
    r"(?:\s+(?:terkait|di\s+lingkungan\s+.*|se-?\s*kabupaten.*|kabupaten.*))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency: its name as the plan and accounts use it, and what else it is called."""

    name: str
    full_name: str = ""
    aliases: tuple[str, ...] = ()
    role: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called, without blanks."""
        return tuple(filter(None, (self.full_name, *self.aliases, self.name)))

    def joined(self, other: Agency) -> Agency:
        """Return it with the names that another register gives it; its own full name stays."""
        full_name = self.full_name or other.full_name
        known = {fold(name) for name in (full_name, *self.names)}
        more = {fold(name): name for name in other.names if fold(name) not in known}
        return replace(self, full_name=full_name, aliases=(*self.aliases, *more.values()))


@dataclass(frozen=True)
class Register:
    """The agencies of a plan, in the order of its sheet."""

    agencies: tuple[Agency, ...] = ()

    @classmethod
    def of_rows(cls, rows: Iterable[Mapping[Hashable, Any]]) -> Register:
        """Read the rows of its sheet; one without a name is none."""
        filled = ({name: cell for name, cell in row.items() if cell == cell} for row in rows)
        return cls(
            tuple(
                Agency(
                    row["nama"],
                    row.get("nama_lengkap") or "",
                    tuple(filter(None, (row.get("alias") or "").split("\n"))),
                    row.get("peran") or "",
                )
                for row in filled
                if row.get("nama")
            )
        )

    @property
    def rows(self) -> list[dict[str, str | None]]:
        """What its sheet says; None is a blank cell."""
        return [
            {
                "nama": agency.name,
                "nama_lengkap": agency.full_name or None,
                "alias": "\n".join(agency.aliases) or None,
                "peran": agency.role or None,
            }
            for agency in self.agencies
        ]

    def __bool__(self) -> bool:
        return bool(self.agencies)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """The agency of every name it goes by, folded; the first that has it keeps it."""
        found: dict[str, str] = {}
        for agency in self.agencies:
            for name in agency.names:
                found.setdefault(fold(name), agency.name)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """Matches any known name that stands as words of its own, the longest first."""
        names = sorted(self._by_name, key=len, reverse=True)
        if not names:
            return None
        spaced = (r"\s+".join(map(re.escape, name.split())) for name in names)
        return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)

    def name_of(self, text: str | None) -> str | None:
        """Return the name of the agency that a text calls by any of its names; None for none."""
        return self._by_name.get(fold(text)) if text else None

    def role_of(self, name: str | None) -> str:
        """Return the PERAN of the agency that goes by a name; "" for none."""
        known = self.name_of(name)
        return next((agency.role for agency in self.agencies if agency.name == known), "")

    def agencies_in(self, text: object) -> tuple[str, ...]:
        """Return the names of all agencies in a PIHAK TERLIBAT text, each once, as written."""
        if not isinstance(text, str):
            return ()
        if text not in self._found:
            self._found[text] = self._agencies_in(text)
        return self._found[text]

    @cached_property
    def _found(self) -> dict[str, tuple[str, ...]]:
        """What was found in texts so far; few stand in many rows."""
        return {}

    def _agencies_in(self, text: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for piece in self._pieces(text):
            if means_everyone(piece) and self.agencies:
                found.update(dict.fromkeys(agency.name for agency in self.agencies))
            else:
                found.setdefault(self._by_name.get(fold(piece), piece))
        return tuple(found)

    def unknown_in(self, text: object) -> tuple[str, ...]:
        """Return what a text names that the register does not know."""
        if not isinstance(text, str):
            return ()
        return tuple(
            piece
            for piece in self._pieces(text)
            if fold(piece) not in self._by_name and not means_everyone(piece)
        )

    def _pieces(self, text: str) -> Iterator[str]:
        """Yield known names whole, and what stands between them split at separators."""
        at = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            if _ends_apart(text[: match.start()]) and _begins_apart(text[match.end() :]):
                yield from split(text[at : match.start()])
                yield match[0]
                at = match.end()
        yield from split(text[at:])


def _ends_apart(text: str) -> bool:
    """Tell whether what stands before a name ends as a list's parts do."""
    return not text.strip() or bool(_APART_BEFORE.search(text))


def _begins_apart(text: str) -> bool:
    """Tell whether what stands behind a name begins as a list's next part does."""
    return not text.strip(" .") or bool(_APART_AFTER.match(text))


NOBODY = Register()
"""The register of a plan that has none."""


def together(agencies: Iterable[Agency]) -> Register:
    """Return the agencies of several registers as one: each once, by all that it is called."""
    known: dict[str, Agency] = {}
    for agency in agencies:
        name = fold(agency.name)
        known[name] = known[name].joined(agency) if name in known else agency
    return Register(tuple(known.values()))


def fold(text: str) -> str:
    """Return a name without what does not tell two apart: case and spaces."""
    return " ".join(text.split()).casefold()


def split(text: str) -> Iterator[str]:
    """Yield the agencies of a text that nobody knows yet; blanks left out.

    `;` `/` line breaks and list signs part them; a comma or `dan` does only before what looks
    like another office's name.
    """
    name = ""
    pieces = ["\n", *_SEPARATORS.split(text), "\n", ""]
    for sign, piece in zip(pieces[::2], pieces[1::2], strict=True):
        part = " ".join(piece.split())
        if name and sign.strip() in _WITHIN_NAMES and part and not looks_like_an_office(part):
            name += f"{',' if sign.strip() == ',' else f' {sign.strip()}'} {part}"
            continue
        if name:
            yield name
        name = part.strip(".")


def looks_like_an_office(text: str) -> bool:
    """Tell whether a text begins as an office's name does, or is a short name in capitals."""
    return bool(_OFFICE.match(text)) or text.isupper()


def means_everyone(text: str) -> bool:
    """Tell whether a text means every agency, such as `Seluruh OPD`."""
    return bool(_EVERYONE.fullmatch(" ".join(text.split())))


def register_of(texts: Iterable[object], known: Register = NOBODY) -> Register:
    """Return the register with every agency that texts name and it does not know, as written."""
    names: dict[str, str] = {}
    for name in (name for text in texts for name in known.unknown_in(text)):
        names.setdefault(fold(name), name)
    return Register((*known.agencies, *map(Agency, names.values())))
