"""Sentences of the page Rencana baru: from a decree's file to a plan."""

from __future__ import annotations

from collections.abc import Sequence

from lib.findings.finding import Finding
from lib.plan.text.indonesian import listing, moment
from lib.service.sketches import (
    KEPT,
    LASTS,
    NO_AGENCIES,
    CellAccount,
    DecreeDraft,
    DraftRow,
    QuestionKind,
    RowPart,
    Sketch,
    StoredSketch,
)
from lib.ui.escape import markdown

TITLE = "Rencana baru dari naskah"
INTRO = (
    "Dari tabel keputusan di Word atau Excel menjadi rencana yang dapat dipantau. Belum ada "
    f"rencana yang berubah sebelum langkah 5. {KEPT} naskah terbaru Anda beserta jawabannya "
    f"disimpan {LASTS.days} hari."
)
STEPS = ("Naskah", "Kolom", "Arti isi", "Susunan", "Tambahkan")
LEAD = "Buat rencana dari naskah keputusan"


def step(number: int, is_done: bool) -> str:
    return f"{number} {STEPS[number - 1]}{' ✓' if is_done else ''}"


def go_on(number: int) -> str:
    return f"Lanjut: {STEPS[number - 1].lower()}"


SIGN_IN_FIRST = "Tanpa masuk, Anda tidak berhak menambah rencana. Silakan masuk sebagai admin."
SESSION_OVER = (
    "Sesi masuk Anda sudah berakhir; tanpa masuk, Anda tidak berhak menambah rencana. Silakan "
    "masuk lagi: naskah dan jawaban yang sudah tersimpan menunggu di halaman ini."
)


def no_plan_left(seen: str) -> str:
    """Say why an answer is not taken."""
    return f"Jawaban ini belum disimpan, karena tidak ada rencana yang tersisa. {markdown(seen)}"


# --- 1 Naskah --------------------------------------------------------------------------------

FILE_STEP = "Pilih berkas"
FILE_HELP = (
    "Naskah Word (.docx) atau Excel (.xlsx) seperti adanya: kepala bertingkat, sel gabungan, "
    "tanda centang, dan tabel yang terpotong halaman dapat dibaca."
)
FILE = "Naskah (.docx atau .xlsx)"
PASTE_STEP = "Atau tempel tabelnya"
PASTE_HELP = (
    "Salin tabel dari Word atau Excel beserta kepala kolomnya, lalu tempel di sini (Ctrl+V)."
)
PASTE = "Tabel yang ditempel"
READ_PASTED = "Baca teks ini"
PASTED_NAME = "teks tempelan.txt"
READING = "Membaca naskah…"
FRAME_STEP = "Atau mulai dari kerangka SP4N nasional"
FIRST_YEAR, LAST_YEAR = "Tahun pertama", "Tahun terakhir"
BEGIN_FRAME = "Buat dari kerangka"
GIVE_UP = "Buang"
GO_ON = "Lanjutkan"


def frame_help(groups: int, indicators: int) -> str:
    return (
        f"{groups} kelompok program dan {indicators} indikator pengelolaan pengaduan menurut "
        "pedoman nasional sudah tersedia. Isi tahun, lalu kegiatan dan penanggung jawab setiap "
        "kelompok program; kelompok program tanpa kegiatan boleh dikosongkan. Tahun dan pihak "
        "satu kegiatan dapat diubah pada langkah 4."
    )


def frame_activities(code: str) -> str:
    return f"Kegiatan {code}, satu per baris"


def frame_agencies(code: str) -> str:
    return f"Penanggung jawab {code}"


def at_work(sketch: Sketch) -> str:
    return (
        f"Sedang dikerjakan: **{markdown(sketch.name)}**. Jawaban Anda tersimpan; naskah lain "
        "yang dipilih di bawah menjadi pekerjaan tersendiri."
    )


def refused(name: str, finding: Finding) -> str:
    """Say why a file gives no plan, what would, and what to do."""
    return "  \n".join(
        (
            f"**{markdown(name)}** belum dapat dipakai, dan tidak ada yang disimpan. "
            f"{markdown(finding.seen)}",
            f"Yang diharapkan: {markdown(finding.expected)}",
            f"Yang perlu dilakukan: {markdown(finding.advice)}",
        )
    )


def waiting(sketch: StoredSketch) -> str:
    count = len(sketch.answers)
    said = f"{count} jawaban tersimpan" if count else "belum ada jawaban"
    return (
        f"Naskah yang belum selesai: **{markdown(sketch.name)}**, dimasukkan "
        f"{moment(sketch.time)}, {said}."
    )


# --- The table as it was read ----------------------------------------------------------------

LEFT = "lihat"
LEFT_COLUMNS = ["Tempat", "Isi", "Sebabnya"]


def read(sketch: Sketch) -> str:
    draft = sketch.draft
    columns = len(draft.columns)
    return f"{markdown(sketch.name)}, {markdown(draft.table)}: {rows(draft)}, {columns} kolom"


def rows(draft: DecreeDraft) -> str:
    activities = sum(row.is_activity for row in draft.rows)
    headings = len(draft.rows) - activities
    parts = [f"{activities} kegiatan", *([f"{headings} judul"] if headings else [])]
    return listing(parts)


def account(counted: CellAccount) -> str:
    return f":small[:gray[{counted.words}]]"


def unread(counted: CellAccount) -> str:
    """Say that cells were overlooked, which is a fault of ours."""
    return (
        f"{len(counted.unaccounted)} sel belum terbaca. Periksa daftarnya sebelum melanjutkan, dan "
        "laporkan naskah ini kepada pengelola aplikasi."
    )


def line(draft: DecreeDraft, row: DraftRow) -> str:
    """Say where a row begins: its number, and its table where there are several."""
    return row.line if len(draft.tables) == 1 else f"{row.table}: {row.line}"


def place(draft: DecreeDraft, row: DraftRow) -> str:
    """Say in words where a row begins, with its table where there are several."""
    return f"baris {row.line}" if len(draft.tables) == 1 else f"{row.table}, baris {row.line}"


def row(draft: DecreeDraft, row: DraftRow) -> str:
    """Write a row on two lines: what it says, then where it stands, its years and who does it."""
    number, words = markdown(row.number), markdown(" ".join(row.text.split()))
    said = f"{number} {words}".strip()
    years = ", ".join(str(year) for year in row.years)
    who = "; ".join(row.charge)
    level = row.level if row.is_activity else f"judul tingkat {row.level}"
    details = (place(draft, row), level, years, who)
    below = " · ".join(markdown(part) for part in details if part)
    return f"{said if row.is_activity else f'**{said}**'}  \n:small[:gray[{below}]]"


PLACE, LEVEL, NUMBER, TEXT, PARTY = "Baris", "Tingkat", "Nomor", "Uraian", "Penanggung jawab"


# --- 2 Kolom ---------------------------------------------------------------------------------

COLUMNS = "Untuk apa setiap kolom?"
COLUMNS_HELP = "Usulan di bawah dibaca dari kepala dan isi kolomnya. Ubah yang keliru."
COLUMN_HEADERS = ("Kolom", "Contoh isi", "Dipakai sebagai")
NO_SAMPLES = "kosong"
TABLE = "Tabel yang dipakai"


def column(places: Sequence[int], label: str) -> str:
    first, last = places[0] + 1, places[-1] + 1
    numbers = f"{first}" if first == last else f"{first}–{last}"
    return f":small[:gray[{numbers}]] **{markdown(label)}**"


# --- 3 Arti isi ------------------------------------------------------------------------------

ASKED = {
    QuestionKind.YEAR: "Tahun rencana",
    QuestionKind.TIME: "Isi kolom waktu, ditanyakan sekali",
    QuestionKind.AGENCY: "Perangkat daerah, ditanyakan sekali",
    QuestionKind.OFFICE: "Sudah dikenal dengan nama lain?",
    QuestionKind.LEVEL: "Susunan baris, ditanyakan sekali",
}
"""What is asked in this step, in this order."""
NOTHING_ASKED = "Tidak ada yang perlu ditanyakan: semua isi terbaca dengan pasti."
SURE, UNSURE, CHOSEN = "yakin", "mohon dipilih", "dipilih"
CHOOSE, CHOOSE_ONE = "Pilih atau ketik", "Pilih salah satu"
MORE_ASKED = "Jawaban itu memunculkan pertanyaan berikut. Silakan dijawab juga."


def sure(count: int) -> str:
    return f"{count} isi terbaca dengan pasti (lihat atau ubah)"


def seen(words: str, count: int) -> str:
    return f"**{markdown(words)}** :small[:gray[{count} sel]]"


def parties(answer: str) -> str:
    """Say how an answer parts a text into agencies, or what else it is taken for."""
    if answer in NO_AGENCIES:
        return answer
    names = [name.strip() for name in answer.split(";") if name.strip()]
    if len(names) < 2:
        return f"satu pihak: {answer}" if answer else ""
    return f"{len(names)} pihak: {' + '.join(names)}"


# --- 4 Susunan -------------------------------------------------------------------------------

DOCUMENT = "Nama dan nomor keputusan"
DOCUMENT_HELP = "Dibaca dari sampul dan akhir naskah. Rencana ini dikenal dengan isi “Tentang”."
NO_SUBJECT = "Isi “Tentang” dahulu: dengan itu rencana ini dikenal."
SAVE_DOCUMENT = "Simpan keterangan"
CORRECT = "Betulkan satu baris"
CHOOSE_ROW = "Pilih baris yang keliru"
YEARS = "Tahun direncanakan"
MERGE = "Gabungkan dengan baris di atasnya"
SAVE_ROW = "Simpan pembetulan"
UNDO_ROW = "Batalkan"
NO_CHANGE = "Tidak ada yang diubah pada baris ini."
CORRECTED = "Pembetulan"
PARTS = {
    RowPart.LEVEL: "tingkat",
    RowPart.NUMBER: "nomor",
    RowPart.TIME: "waktu",
    RowPart.PARTY: "pihak",
    RowPart.MERGE: "digabungkan ke atas",
}


def row_choice(draft: DecreeDraft, row: DraftRow) -> str:
    """Call a row by its place, too: two rows may say the same."""
    number = f"{row.number} " if row.number else ""
    words = " ".join(row.text.split())
    return f"{place(draft, row)} · {number}{words[:70]}{'…' if len(words) > 70 else ''}"


def correction(place: str, said: Sequence[str]) -> str:
    return f"{markdown(place)}: {markdown(listing(said))}"


def notice(finding: Finding) -> str:
    """Say what a row prints that is worth a look, and what to do about it."""
    place = f"**{markdown(finding.sheet or '')}, {markdown(finding.cell or '')}.**"
    return f":material/info: {place} {markdown(finding.seen)} {markdown(finding.advice)}"


def bad_years(text: str) -> str:
    return f"“{text}” bukan tahun. Tulis empat angka, misalnya 2025."


# --- 5 Tambahkan -----------------------------------------------------------------------------

ADD = "Tambahkan rencana"
NOTE_HELP = "Misalnya: dari salinan keputusan yang diterima 12 Januari"
ANOTHER = "Buat rencana lain"
MEND = "Rencana dari naskah ini belum dapat ditambahkan. Betulkan dahulu yang disebut di bawah."
BACK_TO_ROWS = "Kembali ke susunan"
SUMMARY_COLUMNS = ("Judul", "Kegiatan", "Kegiatan-tahun", "Perangkat daerah", "Indikator")


def new(title: str, period: str) -> str:
    return (
        f"Rencana baru “{markdown(title)}” ({markdown(period)}). Menambahkannya tidak mengubah "
        "rencana yang sudah ada."
    )


def same_title(title: str) -> str:
    return (
        f"Sudah ada rencana berjudul “{markdown(title)}”. Bila diteruskan, rencana ini berdiri "
        "sendiri di sampingnya. Untuk mengubah rencana yang sudah ada, pakai halaman Unggah."
    )


def added(title: str) -> str:
    return (
        f"Rencana “{markdown(title)}” sudah ditambahkan. Semua halaman kini dapat menampilkannya."
    )
