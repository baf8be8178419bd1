"""Sentences of the page Bahan Rapat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lib.plan.position import Position
from lib.plan.text.indonesian import listing
from lib.service.library import Snapshot

PPTX = "Unduh PPTX"
DOCX = "Unduh laporan Word"
OFFLINE = "Unduh salinan luring"
PREPARING = "Menyusun salindia…"
DECK_HELP = "Grafiknya dapat disunting di PowerPoint (klik kanan, Edit Data)."
SLIDES = "Salindia"
ALL_PICTURES = "Unduh semua gambar (ZIP)"
SAVE_PICTURE = "Simpan gambar"
PICTURE_SAVED = "Gambar tersimpan di folder unduhan."
PICTURE_FAILED = "Maaf, gambar gagal dibuat. Muat ulang halaman, lalu coba lagi."
MAKING_PICTURES = "Menyiapkan gambar"
PICTURES_PACKED = "Semua gambar tersimpan sebagai satu berkas ZIP."
COVER = "sampul"
LEFT_OUT = (
    "Templat paparan memuat bentuk yang tidak dapat digambar di halaman ini; "
    "gambar salindia di bawah tidak menampilkannya. Berkas PPTX-nya lengkap."
)
DOCX_HELP = "Laporan Monitoring dan Evaluasi; bagian yang perlu ditulis orang sudah ditandai."
OFFLINE_HELP = (
    "Satu berkas HTML yang terbuka tanpa internet di laptop atau telepon. "
    "Di dalamnya ada tombol “Unduh semua gambar” (PNG 1600x900)."
)
WHATSAPP = "Teks WhatsApp"
WHATSAPP_HELP = (
    "Salin teksnya, atau buka WhatsApp lalu pilih penerimanya. Tidak ada yang terkirim sendiri."
)
FOR_LEADERSHIP = "Ringkasan untuk pimpinan"
OPEN_WHATSAPP = "Buka WhatsApp"


def closing(periods: Sequence[str]) -> str:
    """Say that the report closes the plan, for others go on with it."""
    return f"Memuat bab penutup: kelanjutan kegiatannya pada rencana {listing(periods)}."


def slide(number: int) -> str:
    return f"Salindia {number}"


def reminder(agency: str) -> str:
    return f"Pengingat untuk {agency}"


def briefing_file(snapshot: Snapshot, position: Position, ending: str) -> str:
    prefix = "CONTOH_" if snapshot.plan.is_sample else ""
    return f"{prefix}rencana_aksi_{position.code}_versi_{snapshot.number}.{ending}"


def minutes_file(snapshot: Snapshot, day: date | None) -> str:
    prefix = "CONTOH_" if snapshot.plan.is_sample else ""
    return f"{prefix}notulen_{day.isoformat() if day else 'tanpa_tanggal'}.docx"
