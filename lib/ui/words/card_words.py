"""Sentences of the cards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lib.plan.text.indonesian import WIB, day, listing, rupiah

NOT_REPORTED = "– belum dilaporkan"
NOT_DUE = "belum jatuh tempo"
TO_SUMMARY = "Buka Ringkasan"
EVIDENCE = "Bukti dukung"
VERIFIER_SAYS = "Catatan verifikasi"
HISTORY = "Riwayat"
NO_HISTORY = "Belum ada sel yang berubah sejak versi pertama."
NOTHING_WRITTEN = "Belum ada kendala, tindak lanjut, atau bukti dukung yang ditulis."
NOTHING_DEFINED = "Definisi, penanggung jawab, dan sumber datanya belum ditulis."


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


def planned(years: Iterable[int]) -> str:
    return f"direncanakan {listing(map(str, years))}"


def reported(version: int, time: datetime, author: str, place: str) -> str:
    return f"versi {version} · {day(time.astimezone(WIB))} · {author} · {place}"


def first_version(place: str) -> str:
    return f"versi 1 · {place}"


def budget(ceiling: float) -> str:
    return f"Pagu anggaran {rupiah(ceiling)}; realisasinya belum dilaporkan"


def older(count: int) -> str:
    return f"{count} versi sebelumnya"


def direction(falling: bool) -> str:
    return "Arah: makin kecil makin baik." if falling else "Arah: makin besar makin baik."


def verified(until: object, result: str) -> str:
    return f"Diverifikasi sampai {until}: {result.lower()}"
