"""What becomes of everybody's screens when an admin moves a plan: said before it is done.

The names handed in are what each plan is called, already fit for where the sentence stands.
"""

from __future__ import annotations


def made_default(name: str, before: str) -> str:
    """Say what making a plan the default changes, and what it does not."""
    return (
        f"Siapa pun yang membuka dasbor tanpa memilih rencana akan melihat {name}; sekarang "
        f"yang dilihatnya {before}. Perintah di shell tanpa --plan juga memakai rencana itu. "
        "Data kedua rencana, hak akun, dan tautan yang menyebut rencananya tidak berubah."
    )


def put_away(name: str) -> str:
    """Say what putting a plan away changes, and what it does not."""
    return (
        f"{name} tidak tampak lagi dalam daftar dan pilihan rencana. Tidak ada yang dihapus: "
        "isinya, riwayatnya, dan tautan kepadanya tetap dapat dibuka, hanya tidak dapat diubah "
        "selama disembunyikan. Rencana ini dapat ditampilkan kembali kapan saja."
    )


def brought_back(name: str) -> str:
    """Say what bringing a plan back changes."""
    return (
        f"{name} tampak lagi dalam daftar dan pilihan rencana semua orang, dan dapat diubah lagi."
    )


NOT_YET_DEFAULT = (
    "Layar orang lain tidak berubah: yang tampak tanpa memilih rencana tetap rencana utama yang "
    "sekarang. Admin dapat menggantinya di halaman Kelola akun."
)
IS_DEFAULT = (
    "Ini rencana utama: yang dilihat siapa pun yang tidak memilih rencana. Untuk menggantinya, "
    "pilih rencana lain lalu jadikan rencana itu yang utama."
)
