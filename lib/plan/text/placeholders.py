"""Words that people put where there is nothing to say: `-`, `n/a`, `belum ada`, `Nihil`."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\s\-–—−‐‑_.…?()·•*\"'“”:;,~=]+")
_EMPTY = frozenset(
    {
        *("", "/", "na", "n/a", "n a", "null", "none", "nil", "kosong", "dikosongkan"),
        *("tba", "tbd", "menyusul", "belum", "belum ada", "blm ada", "belum ada data"),
        *("belum diisi", "belum terisi", "belum lapor", "belum melapor", "belum ada laporan"),
        *("belum tersedia", "data belum ada", "data belum tersedia", "tidak tersedia"),
        *("tidak relevan", "tidak berlaku", "tidak ada data", "tdk ada data"),
    }
)
_NONE = frozenset({"nihil", "tidak ada", "tdk ada", "tak ada"})
"""Beside a blank they may mean a zero, where a number is asked for."""
_DUMMY = re.compile(r"x{2,}")


def says_nothing(text: str, subject: str = "") -> bool:
    """Tell whether a text stands for an empty cell, whatever its case, points and brackets.

    `subject` is the column's header: under KENDALA, "Tidak ada kendala" says nothing either. The
    header alone is somebody's word: a meeting may be called "Rapat" under RAPAT.
    """
    words = _words(text, subject)
    return words in _EMPTY or words in _NONE or _DUMMY.fullmatch(words) is not None


def may_mean_zero(text: str, subject: str = "") -> bool:
    """Tell whether such a text could as well report a zero, where a number is asked for."""
    return _words(text, subject) in _NONE


def _words(text: str, subject: str) -> str:
    words = " ".join(_SIGNS.sub(" ", text).split()).casefold()
    if not subject or text.strip().casefold() == subject.casefold():
        return words
    return words.removesuffix(subject.casefold()).strip()
