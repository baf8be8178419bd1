"""Sentences of the form on the cards."""

from __future__ import annotations

from lib.plan.reporting.filled_form import FilledForm
from lib.plan.schema import ROMAN, Column, Kind
from lib.plan.text.indonesian import moment
from lib.service.drafts import StoredDraft

REPORT = "Laporkan"
REPORT_HELP = "Langsung di sini atau lewat Excel; keduanya diperiksa sama."
VERIFY = "Periksa laporan"
VERIFY_HELP = (
    "Cocokkan realisasi dengan buktinya, lalu pilih hasilnya. Hasil gugur sendiri bila angka atau "
    "bukti yang diperiksa berubah."
)
PLANNED = "Target, pagu, dan ukuran"
CHECK = "Periksa"
NOTHING_STORED = "Memeriksa belum menyimpan apa pun."
NOTHING_TYPED = "Belum ada isian yang berubah."
NOTHING_CHANGED = "Isian ini sama dengan data terbaru, jadi tidak ada yang perlu diterapkan."
TO_MEND = "Perbaiki isian yang ditandai, lalu tekan Periksa lagi. Belum ada yang tersimpan."
WOULD_CHANGE = "Yang akan berubah"
EFFECT = "Dampak pada layar"
DISCARD = "Buang isian"
BLANK = "(kosong)"
SESSION_OVER = (
    "Sesi masuk Anda sudah berakhir. Isian Anda sudah kami simpan, tetapi belum diperiksa dan "
    "belum diterapkan. Silakan masuk lagi untuk melanjutkan; tidak perlu diketik ulang."
)

_KEPT = frozenset({"TW", *ROMAN})
_UNITS = {
    Kind.PERCENT: " (%)",
    Kind.RUPIAH: " (Rp)",
    Kind.LINKS: " (tautan, satu per baris)",
}


def field(column: Column) -> str:
    """Name a field as its column, such as `Realisasi TW III (%)`."""
    words = " ".join(w if w in _KEPT else w.lower() for w in column.header.split())
    return f"{words[:1].upper()}{words[1:]}{_UNITS.get(column.kind, '')}"


def older_base(base: int, seen: int) -> str:
    return (
        f"Isian ini dimulai dari versi {base}; layar menampilkan versi {seen}. "
        "Saat diperiksa, isian digabungkan dengan data terbaru."
    )


def taken_up(draft: StoredDraft) -> str:
    return (
        f"Melanjutkan isian Anda dari {moment(draft.time)}, yang belum diterapkan. "
        "Tekan Periksa untuk meneruskan."
    )


def row_of(form: FilledForm) -> str:
    """Name the row that a form is about."""
    if form.is_new:
        return f"{form.sheet} baru {form.key}".rstrip()
    return f"{form.key} ({form.year})" if form.year else f"{form.sheet} {form.key}"


def form_not_applied(draft: StoredDraft, place: str) -> str:
    return f"Isian yang belum diterapkan: **{place}**, dari {moment(draft.time)}."
