"""Sentences of the cards."""

from __future__ import annotations

TO_SUMMARY = "Buka Ringkasan"


def no_activity(code: str) -> str:
    return _missing("kegiatan", "kode", code)


def no_indicator(code: str) -> str:
    return _missing("indikator", "nomor", code)


def _missing(what: str, key: str, code: str) -> str:
    if not code:
        return f"Tautan ini tidak menyebut {what} mana. Pilih salah satu dari halaman lain."
    return (
        f"Versi rencana ini tidak memuat {what} dengan {key} itu. "
        "Mungkin tautannya terpotong, atau barisnya sudah tidak ada."
    )


def before(key: str) -> str:
    return f"‹ {key}"


def after(key: str) -> str:
    return f"{key} ›"
