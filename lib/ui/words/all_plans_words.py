"""Sentences of the page Semua rencana."""

from __future__ import annotations

from datetime import date

from lib.plan.text.indonesian import day

PLANS, AGENCIES = "Rencana", "Perangkat daerah di semua rencana"
PERIOD, EVERY_PERIOD, PAGE = "Periode", "Semua periode", "Halaman"
DAMAGED = "versi terbarunya tidak dapat dibaca"
SAMPLE = "contoh, angka rekaan"
PLAN_HEADERS = (
    *("Rencana", "Posisi", "Kegiatan-tahun selesai", "Rata-rata realisasi", "Terlambat"),
    *("Kepatuhan pelaporan", "Indikator tercapai", "Terakhir dilaporkan", "Perlu perhatian"),
)
AGENCY_HEADERS = (
    *("Perangkat daerah", "Rencana", "Kegiatan-tahun selesai", "Terlambat"),
    "Laporan triwulan masuk",
)
NEVER, SINCE_FIRST = "belum pernah", "sejak versi pertama"
NOTHING = "tidak ada"


def intro(count: int, today: date) -> str:
    return f"{count} rencana, keadaan per {day(today)}. Tekan nama rencana untuk membukanya."


def page_of(page: int, pages: int) -> str:
    return f"{page} dari {pages}"


def read_so_far(read: int, total: int) -> str:
    return f"Sudah dibaca {read} dari {total} rencana; sisanya menyusul sendiri."


def summed(count: int, total: int) -> str:
    """Say over how many plans the agencies are summed up, while not all are read."""
    return f"Dijumlahkan dari {count} dari {total} rencana." if count < total else ""


def pressing(count: int, first: str) -> str:
    return f"{count} hal; pertama: {first}" if count else NOTHING
