"""Fixed words about instructions of meetings."""

from __future__ import annotations

from lib.plan.position import Position

NOTE = "Catat arahan"
NOTE_HELP = "Tersimpan sebagai baris baru di lembar Arahan setelah diterapkan."
ABOUT = "Kegiatan"
NO_ACTIVITY = "Tidak menyangkut satu kegiatan"
ON_CARD = "Arahan rapat"
FOR_YOU = "Arahan rapat untuk Anda"
FOR_ADMIN = "Arahan rapat yang masih terbuka"
ANSWER = "Jawab"
ANSWER_ONE = "Jawab arahan nomor"
CHOOSE = "Pilih nomornya"
ANSWER_HELP = (
    "Isi STATUS, TINDAK LANJUT, dan BUKTI DUKUNG di sini atau di lembar Arahan pada Excel; "
    "keduanya diperiksa sama."
)
MINUTES = "Unduh notulen"
MINUTES_HELP = "Arahan dari satu rapat; bagian yang perlu ditulis orang sudah ditandai."
OF_MEETING = "Rapat"


def meeting(position: Position) -> str:
    """Name a meeting of which nothing is noted yet."""
    return f"Rapat koordinasi {position.label}"
