"""A decree of 40 rows as a coordinator's office makes it in Word."""

from __future__ import annotations

from lib.decree.conversion import Conversion, convert
from tests.decree.paper import word, word_table

NAME = "Keputusan Bupati 100.3.3.2-88 Tahun 2026 (final rev 2).docx"
YEARS = (2026, 2027, 2028, 2029)
GROUPS = (
    ("Penguatan Kelembagaan dan Tata Kelola", ("Penataan unit pengelola", "Regulasi dan prosedur")),
    ("Peningkatan Kapasitas Sumber Daya", ("Pengembangan kompetensi", "Pemenuhan sarana")),
    ("Pemanfaatan Teknologi dan Data", ("Integrasi kanal", "Pengolahan data pengaduan")),
    ("Partisipasi dan Pengawasan", ("Sosialisasi kepada masyarakat", "Evaluasi tindak lanjut")),
)
WORK = (
    "Penyusunan peta proses bisnis pengelolaan pengaduan dan keterbukaan informasi publik",
    "Penetapan tim pengelola pengaduan di setiap perangkat daerah, kecamatan, dan kelurahan",
    "Pendampingan perangkat daerah dengan tingkat tindak lanjut terendah",
    "Evaluasi triwulanan bersama perangkat daerah",
)
MARKS = ("[v] | [v] | - | -", "[v] | [v] | [v] | [v]", "- | TW I – TW II | [v] | -",
         "- | tentatif | [v] | [v]")  # fmt: skip
OFFICES = (
    "Dinas Komunikasi dan Informatika", "Bagian Hukum, Organisasi",
    "Dinas Pendidikan, Kepemudaan dan Olah Raga", "Seluruh OPD",
)  # fmt: skip
TITLE = (
    "LAMPIRAN", "KEPUTUSAN BUPATI BANJARNEGARA", "NOMOR 100.3.3.2 / 88 TAHUN 2026", "TENTANG",
    "RENCANA AKSI PENGELOLAAN PENGADUAN PELAYANAN PUBLIK", "TAHUN 2026-2029",
)  # fmt: skip
END = ("Ditetapkan di Banjarnegara", "pada tanggal 12 Februari 2026", "BUPATI BANJARNEGARA,")
HEADER = f"""
NO | KELOMPOK PROGRAM / PROGRAM / KEGIATAN | WAKTU PELAKSANAAN | < | < | < | PENANGGUNG JAWAB | KELUARAN
^ | ^ | {" | ".join(map(str, YEARS))} | ^ | ^
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)
"""  # noqa: E501 (one row per line)


def rows() -> list[str]:
    """Return the table's 40 rows: 4 groups, 8 programs, 28 kegiatan."""
    lines: list[str] = []
    turn = 0
    for group, (name, programs) in enumerate(GROUPS):
        lines.append(f"**{'ABCD'[group]}. {name.upper()} | < | < | < | < | < | < | <")
        for program, title in enumerate(programs, 1):
            lines.append(f"{program}. | **{title} | | | | | |")
            for letter in "abcd"[: 4 if program == 1 else 3]:
                text = f"{WORK[turn % 4]} tahap {turn // 4 + 1}"
                marks, office = MARKS[turn % 4], OFFICES[turn % 4]
                lines.append(f"{letter}) | {text} | {marks} | {office} | {turn + 1} dokumen")
                turn += 1
    return lines


def content() -> bytes:
    """Return the decree: its table broken over two pages, with heads repeated and a signature."""
    first, second = rows()[:21], [*rows()[21:], "JUMLAH | < | 28 kegiatan | < | < | < | < | <"]
    return word(
        *TITLE,
        word_table(HEADER + "\n".join(first), 3),
        word_table(
            HEADER + "\n".join([*second, "JUMLAH | < | 28 kegiatan | < | < | < | < | <"]), 3
        ),
        *END,
        word_table("|BUPATI BANJARNEGARA,~~~ttd\n|"),
    )


def converted(**answers: str) -> Conversion:
    return convert(content(), NAME, answers)
