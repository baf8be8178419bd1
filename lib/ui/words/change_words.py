"""Sentences of the pages Unggah and Riwayat: about what changes data, and who did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from lib.findings.finding import Severity
from lib.plan.position import Position
from lib.plan.text.indonesian import listing, moment
from lib.service.drafts import StoredDraft, Waiting
from lib.service.library import Snapshot
from lib.service.proposal import Proposal, Question
from lib.store.records import Trouble, Version
from lib.ui.escape import markdown

DOWNLOAD = "Unduh buku kerja"
DOWNLOAD_HELP = (
    "Salinan terbaru, siap diisi di Excel, LibreOffice, Google Sheets, atau WPS. "
    "Isi kolom putih saja; kolom abu-abu adalah rencana."
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def upload_intro(snapshot: Snapshot, age: str) -> str:
    return " · ".join(filter(None, (snapshot.plan.period, snapshot.label, age)))


def file_name(snapshot: Snapshot) -> str:
    """Name a downloaded workbook so that two copies can be told apart."""
    prefix = "CONTOH_" if snapshot.plan.is_sample else ""
    years = snapshot.plan.period.replace("–", "-")
    return f"{prefix}rencana_aksi_{years}_versi_{snapshot.number}.xlsx"


# --- Putting a file in -----------------------------------------------------------------------

UPLOAD_STEP = "Unggah kembali"
UPLOAD_HELP = (
    "Berkas diperiksa dulu dan hasilnya ditampilkan. "
    "Belum ada yang berubah sebelum Anda menekan Terapkan."
)
UPLOADER = "Buku kerja (.xlsx)"
CHOOSE_FILE = "Pilih berkas"
SIGN_IN_TO_UPLOAD = "Silakan masuk dahulu untuk mengunggah."
MAY_NOT_UPLOAD = "Akun ini hanya untuk melihat, jadi tidak dapat mengunggah."
SESSION_OVER = "Sesi masuk Anda sudah berakhir. Silakan masuk lagi untuk mengunggah."


def kept_for_you(name: str) -> str:
    return (
        f"Sesi masuk Anda sudah berakhir. Berkas **{name}** sudah kami terima dan simpan, tetapi "
        "belum diperiksa. Silakan masuk lagi untuk melanjutkan; berkasnya tidak perlu dipilih lagi."
    )


CHECKING = "Memeriksa berkas…"


GO_ON = "Lanjutkan"
GIVE_UP = "Buang"
UNDERSTOOD = "Tutup"


def not_applied_yet(draft: StoredDraft) -> str:
    """Say what became of a file whose screen ended, and what to do."""
    return (
        f"Berkas yang belum diterapkan: **{markdown(draft.name)}**, diunggah "
        f"{moment(draft.time)}. Layarnya tertutup atau terputus sebelum berkas ini diterapkan; "
        "belum ada isinya yang tersimpan. Lanjutkan untuk memeriksanya lagi terhadap data "
        "terbaru, lalu tekan Terapkan; atau Buang bila tidak jadi."
    )


def stored_after_all(each: Waiting) -> str:
    """Say that a file was applied, to somebody whose screen ended before it could say so."""
    _, number = each.stored or ("", 0)
    return (
        f"Berkas **{markdown(each.draft.name)}**, diunggah {moment(each.draft.time)}: "
        f"Sudah tersimpan sebagai versi {number}."
    )


def largest(megabytes: int) -> str:
    return f"paling besar {megabytes} MB"


def not_sent(limit: str) -> str:
    """Say why a file did not even arrive: it is too large, or the line is cut."""
    return (
        f"Belum terkirim. Ukuran berkas {limit}; bila berkas ini tidak sebesar itu, sambungan "
        "sedang terputus: periksa, lalu pilih berkasnya lagi."
    )


# --- What the check found --------------------------------------------------------------------

FINDINGS = "Hasil pemeriksaan"
MARKED_COPY = "Unduh berkas bertanda"
MARKED_HELP = "Berkas Anda sendiri, dengan sel yang perlu dilihat diberi warna dan penjelasan."
NO_CHANGES = "Tidak ada perubahan: isi berkas sama dengan data yang berlaku."
THE_PLAN_ITSELF = "Dokumen rencana"


def marked_name(name: str) -> str:
    stem = re.sub(r"[^\w.-]+", "_", PurePath(name).stem) or "berkas"
    return f"{stem}_bertanda.xlsx"


def refused(proposal: Proposal) -> str:
    count = len(proposal.of(Severity.ERROR))
    if not proposal.marked:
        return "Berkas tidak dapat dipakai. Sebabnya dan yang perlu dilakukan ada di bawah."
    return (
        f"Berkas belum dapat diterapkan: {count} hal harus diperbaiki. "
        "Perbaiki di Excel menurut daftar di bawah, simpan, lalu unggah lagi."
    )


def for_another_plan(name: str) -> str:
    return f"Berkas ini untuk rencana {name}, bukan rencana yang sedang dilihat di halaman ini."


def readable(proposal: Proposal) -> str:
    filled = len(proposal.changes) - len(proposal.cleared)
    counts = {
        "perubahan": filled,
        "sel dikosongkan": len(proposal.cleared),
        "sel diisi berbeda sejak salinan ini diunduh": len(proposal.conflicts),
        "hal perlu persetujuan": len(proposal.of(Severity.WARNING)),
    }
    parts = [f"{count} {what}" for what, count in counts.items() if count]
    found = f": {listing(parts)}" if parts else ""
    return f"Berkas terbaca{found}. Belum ada yang disimpan."


def more_findings(count: int) -> str:
    return f"dan {count} lagi. Perbaiki yang tampak dahulu, lalu unggah kembali."


def denied(count: int, owners: Sequence[str]) -> str:
    whose = listing(owners) if owners else THE_PLAN_ITSELF
    return (
        f"{count} perubahan tidak ikut diterapkan karena bukan bagian Anda ({whose}). "
        "Yang lain tetap dapat diterapkan."
    )


# --- What would change -----------------------------------------------------------------------

PREVIEW = "Yang akan berubah"
CHANGES = "Perubahan"
CLEARED = "Dikosongkan"
EFFECT = "Dampak pada layar"
NOTHING_HERE = "Tidak ada."
AS_TABLE = "Lihat sebagai tabel"
NO_ROW_TOUCHED = "Status dan capaian setiap kegiatan tetap seperti sebelumnya."
CONFLICTS = "Diisi berbeda sejak salinan diunduh"
CONFLICTS_HELP = (
    "Sejak salinan Anda diunduh, sel berikut atau pasangannya juga diubah; "
    "siapa yang mengubah tertera di sampingnya. "
    "Pilih nilai yang berlaku, satu per satu."
)
SETTLE = "Pakai pilihan ini"


def broken_together(why: str) -> str:
    return f"Bersama-sama nilai berikut tidak dapat disimpan. {why} Pilih yang membuatnya sesuai."


def at_position(position: Position) -> str:
    return f"Seperti akan tampak pada posisi {position.label}."


def new_plan(proposal: Proposal) -> str:
    plan = proposal.proposed
    subject = f"“{plan.title}” ({plan.period})" if plan else ""
    return (
        f"Berkas ini berisi rencana lain, {subject}, yang belum ada di sini. "
        "Menerapkannya menambah rencana itu; rencana yang sudah ada tidak berubah."
    )


def their_value(shown: str, version: Version | None, me: str) -> str:
    by = f" ({_author(version, me)}, {moment(version.time)})" if version else ""
    return f"Nilai sekarang: {shown}{by}"


def my_value(shown: str) -> str:
    return f"Nilai di berkas saya: {shown}"


# --- Applying --------------------------------------------------------------------------------

QUESTIONS = "Mohon setujui dahulu"
NOTE = "Catatan"
NOTE_HELP = "Misalnya: laporan triwulan III"
APPLY = "Terapkan"
UNDO = "Urungkan"
SEE_SUMMARY = "Lihat Ringkasan"


def not_stored(trouble: Trouble, number: str) -> str:
    """Say why Terapkan did not get through, and that it may be pressed again."""
    return (
        f"Belum tersimpan: {trouble}. Pratinjau Anda tetap ada. Tunggu sebentar, lalu tekan "
        "tombolnya sekali lagi; tidak ada yang tersimpan dua kali. Bila terulang, sampaikan "
        f"nomor **{number}** kepada pengelola."
    )


def head_moved(versions: Sequence[Version], me: str) -> str:
    """Say who changed what the preview showed, naming oneself as oneself."""
    authors = dict.fromkeys(_author(version, me) for version in reversed(versions))
    numbers = listing(str(version.number) for version in reversed(versions))
    return (
        f"Data baru saja diubah {listing(authors)} (versi {numbers}) pada hal yang Anda lihat, "
        "jadi belum ada yang disimpan. "
        "Pratinjaunya sudah dibuat ulang terhadap data terbaru; silakan periksa sekali lagi."
    )


def _author(version: Version, me: str) -> str:
    return "Anda sendiri, di layar lain" if version.author == me else version.author


def question(question: Question, proposal: Proposal) -> str:
    """Say what the person agrees to."""
    if question is Question.WARNINGS:
        return "Saya sudah membaca hal yang perlu persetujuan di atas dan menyetujuinya."
    if question is Question.UNKNOWN_BASE:
        return (
            "Berkas ini tidak menyebut dari versi mana ia dibuat. Saya setuju semua perbedaan "
            "dengan data sekarang dianggap perubahan saya, termasuk yang mungkin data lama."
        )
    if question is Question.EMPTIES_MUCH:
        return (
            f"PERHATIAN: {len(proposal.cleared)} sel yang sudah terisi akan DIKOSONGKAN, "
            "lebih dari seperlima isi buku kerja. Saya yakin memang harus kosong."
        )
    if question is Question.PLAN_CHANGED:
        return (
            f"Rencananya sendiri ikut berubah pada {len(proposal.plan_changes)} sel "
            "(lembar Dokumen, A, atau B), bukan hanya laporannya. Itu memang dimaksudkan."
        )
    if question is Question.MADE_UP:
        return (
            "PERHATIAN: berkas ini CONTOH dan angkanya rekaan. Saya sengaja memasukkannya ke "
            "data ini."
        )
    return "Ya, tambahkan rencana ini."


PLAN_ADDED = "Rencana ditambahkan. Rencana yang sudah ada tidak berubah."


def applied(number: int | None) -> str:
    return f"Tersimpan sebagai versi {number}. Ringkasan dan semua halaman memakai data ini."


def undone(number: int) -> str:
    return f"Mengurungkan versi {number}"


# --- Riwayat ---------------------------------------------------------------------------------

VERSIONS = "Daftar versi"
CHOOSE_VERSION = "Pilih versi untuk melihat isinya"
SEE_VERSION = "Lihat versi ini"
COMPARE_VERSION = "Bandingkan dengan sekarang"
RECEIVED = "Unduh unggahan asli"
FIRST_VERSION = "Versi pertama: rencana menurut keputusan."
PREVIEW_ROLL_BACK = "Lihat dampak pengembalian"
ROLL_BACK = "Kembalikan ke versi ini"


MINE = "Perubahan saya"
NONE_OF_MINE = "Belum ada perubahan dari akun Anda pada rencana ini."


def indicator(code: str) -> str:
    return f"Indikator {code}"


def history_intro(count: int, age: str) -> str:
    return f"{count} versi tersimpan; tidak satu pun pernah dihapus." + (age and f" Data {age}.")


def version_title(number: int, when: str) -> str:
    return f"Versi {number}, {when}"


def version_choice(version: Version) -> str:
    parts = [f"Versi {version.number}", moment(version.time), version.author, version.note]
    return " · ".join(part for part in parts if part)


def version_file(number: int) -> str:
    return f"rencana_aksi_versi_{number}.xlsx"
