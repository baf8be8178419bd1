"""The handbook page of findings, `docs/temuan.md`, generated from the catalogue.

Run `python -m lib.findings.handbook` after changing the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lib.findings.catalogue import CATALOGUE
from lib.findings.finding import SEVERITY_WORDS, CatalogueEntry, Severity

PAGE = Path(__file__).resolve().parents[2] / "docs" / "temuan.md"

_INTRODUCTION = """\
# Temuan pemeriksaan buku kerja

Setiap berkas yang diunggah diperiksa sebelum apa pun disimpan. Halaman ini memuat semua temuan
yang mungkin muncul: apa yang terlihat, apa yang seharusnya, dan apa yang dilakukan di Excel.
Tanda … diganti dengan isi sel atau nama tempatnya.
"""

_SECTIONS = {
    Severity.ERROR: (
        "Selama masih ada temuan seperti ini, tidak ada satu pun isi berkas yang diterapkan."
    ),
    Severity.WARNING: (
        "Berkas dapat diterapkan setelah orang yang mengunggah menyetujui pembacaannya."
    ),
    Severity.NOTICE: "Maksudnya jelas, jadi berkas tetap dibaca; yang dirapikan disebutkan.",
}


def page() -> str:
    """Return the page as Markdown."""
    return "\n".join([_INTRODUCTION, *_lines()])


def _lines() -> Iterator[str]:
    for severity, words in _SECTIONS.items():
        yield f"## {SEVERITY_WORDS[severity].capitalize()}\n\n{words}\n"
        for entry in CATALOGUE.values():
            if entry.severity is severity:
                yield _section(entry)


def _section(entry: CatalogueEntry) -> str:
    points = {
        "Terlihat": entry.seen,
        "Seharusnya": entry.expected,
        "Langkah": entry.advice,
        "Contoh": entry.example,
    }
    lines = [f"- {name}: {_filled(text)}" for name, text in points.items() if text]
    return "\n".join([f"### {entry.title} (`{entry.code}`)\n", *lines, ""])


def _filled(text: str) -> str:
    """Put … where a finding has its own words, and keep the text out of Markdown's hands."""
    words = re.sub(r"\{\w+\}", "…", text.replace("{nearest}", ""))
    return re.sub(r"([*_<>|`\[\]])", r"\\\1", words)


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
