"""Sentences of the lock."""

from __future__ import annotations

from collections.abc import Iterable

from lib.plan.change.lock import Lock
from lib.plan.position import Position
from lib.plan.text.indonesian import listing, moment

LOCK = "Kunci triwulan"
LOCK_HELP = (
    "Sampai triwulan yang dipilih, TARGET dan REALISASI, juga SATUAN, ARAH, dan RUBRIK indikator, "
    "hanya berubah lewat koreksi admin dengan catatan. Isian lain tetap dapat dilaporkan."
)
UNTIL = "Kunci sampai dengan"
UNLOCKED = "Tidak ada yang dikunci"
NOTE_NEEDED = "Catatan (wajib)"
NOTE_NEEDED_HELP = "Misalnya: Perbup 12/2026 tanggal 3 Mei 2026, anggaran bergeser"
NOTE = "Catatan"
NOTE_HELP = "Misalnya: sudah dibahas pada rapat evaluasi TW II"
MOVED = "Data baru saja diubah orang lain, jadi belum ada yang disimpan. Tekan sekali lagi."


def choice(code: str) -> str:
    """Name a quarter by its code; blank for none."""
    position = Position.parse(code)
    return position.label if position else UNLOCKED


def is_locked(lock: Lock) -> str:
    since = f" sejak {moment(lock.since)} oleh {lock.by}" if lock.since else ""
    return (
        f"TARGET dan REALISASI sampai {lock.until.label} dikunci{since}. Bila ada angka yang "
        "keliru, sampaikan kepada admin: admin dapat mengoreksinya dengan catatan."
    )


def fields_locked(until: Position, may_correct: bool, also: Iterable[str] = ()) -> str:
    """Say in a form why some fields are missing, or what changing them takes.

    They are the figures, and what `also` names.
    """
    what = f"{listing(['Target', 'realisasi', *also])} sampai {until.label} dikunci"
    if may_correct:
        return f"{what}: perubahannya tercatat sebagai koreksi dan wajib diberi catatan."
    return f"{what}, jadi tidak ada di isian ini. Bila keliru, sampaikan kepada admin."


def stored(until: Position | None, number: int) -> str:
    what = f"Angka sampai {until.label} dikunci" if until else "Kunci dibuka"
    return f"{what}. Tersimpan sebagai versi {number}."
