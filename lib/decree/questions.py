"""Readings that are asked about once, and the file that answers them.

A reading has an id that rests on what was seen alone, so that answers stay good when the file
is read again.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class QuestionKind(StrEnum):
    """What a question is about."""

    TABLE = "tabel"
    COLUMN = "kolom"
    YEAR = "tahun"
    TIME = "waktu"
    AGENCY = "pihak"
    OFFICE = "sebutan"
    LEVEL = "tingkat"


@dataclass(frozen=True, slots=True)
class Assumption:
    """One distinct thing seen, how often, and what it is taken for."""

    id: str
    kind: QuestionKind
    seen: str
    count: int
    proposed: str
    choices: tuple[str, ...] = ()
    """Ways to take it; another text may be written, too."""
    sure: bool = True
    words: str = ""
    """What is asked, for people."""


def identity(kind: QuestionKind, seen: str) -> str:
    """Name a reading by what was seen: words to recognise it by, and a short hash."""
    folded = " ".join(seen.casefold().split())
    words = "-".join(re.findall(r"[a-z0-9]+", folded))[:32].strip("-")
    digest = hashlib.sha256(f"{kind}\n{folded}".encode()).hexdigest()[:6]
    return "-".join(part for part in (kind, words, digest) if part)


def reading(
    kind: QuestionKind,
    seen: str,
    count: int,
    proposed: str,
    choices: Iterable[str] = (),
    sure: bool = True,
    words: str = "",
) -> Assumption:
    """Make a reading, its proposal the first of its choices."""
    listed = tuple(dict.fromkeys((proposed, *choices)))
    return Assumption(identity(kind, seen), kind, seen, count, proposed, listed, sure, words)


class BadAnswers(ValueError):
    """A file of answers that cannot be read; says why, in a sentence."""


def load(text: str) -> Mapping[str, str]:
    """Read a file of answers: what was chosen, by id.

    Takes the entries of `dump`, and as well plain lines such as `"waktu-x-1a2b3c" = "2025"`.
    Raises BadAnswers.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadAnswers(f"Berkas jawaban tidak dapat dibaca sebagai TOML: {error}.") from None
    answers: dict[str, str] = {}
    for name, value in content.items():
        entries = value if isinstance(value, list) else [{"id": name, "answer": value}]
        for entry in entries:
            if isinstance(entry, dict):
                answers.update(_answer(entry))
    return answers


def _answer(entry: Mapping[str, Any]) -> dict[str, str]:
    answer = entry.get("answer", entry.get("proposed"))
    if isinstance(answer, dict):
        return _answer({"id": entry["id"], **answer})
    if isinstance(answer, list):
        answer = "; ".join(map(str, answer))
    name = entry.get("id")
    if not isinstance(name, str) or answer is None:
        raise BadAnswers("Setiap jawaban memerlukan id dan answer.")
    return {name: str(answer)}


_HEAD = """\
# Jawaban untuk {name}
#
# Setiap pertanyaan memuat usulan pada baris answer. Ganti isinya dengan salah satu dari choices
# (tahun dan pemisahan perangkat daerah boleh ditulis sendiri), lalu jalankan convert lagi dengan
# --answers berkas ini.
"""


def dump(name: str, readings: Iterable[Assumption], answers: Mapping[str, str]) -> str:
    """Write what is asked as a file of answers, as proposed where nothing was answered."""
    parts = [_HEAD.format(name=name.replace("\n", " "))]
    for one in readings:
        asked = f"# {one.words}\n" if one.words else ""
        parts.append(
            f"{asked}[[questions]]\n"
            f"id = {_quoted(one.id)}\n"
            f"kind = {_quoted(one.kind)}\n"
            f"seen = {_quoted(one.seen)}\n"
            f"count = {one.count}\n"
            f"answer = {_quoted(answers.get(one.id, one.proposed))}\n"
            f"choices = [{', '.join(map(_quoted, filter(None, one.choices)))}]\n"
        )
    return "\n".join(parts)


def _quoted(text: str) -> str:
    """Write a text as a basic TOML string."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\v": "\\n"}
    body = "".join(
        signs.get(sign) or (f"\\u{ord(sign):04x}" if ord(sign) < 32 or ord(sign) == 127 else sign)
        for sign in text
    )
    return f'"{body}"'
