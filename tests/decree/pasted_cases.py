# ruff: noqa: E501 (tables read better with one row per line)
"""Ten tables pasted from Word or Excel."""

from __future__ import annotations

from tests.decree.cases import Case
from tests.decree.paper import from_excel, from_word

WORD_LETTERS = Case(
    "word-letters.txt",
    from_word("""
    NO | PROGRAM/KEGIATAN | WAKTU | < | PENANGGUNG JAWAB
    ^ | ^ | 2025 | 2026 | ^
    A. PENGUATAN KELEMBAGAAN | < | < | < | <
    1 | Penataan organisasi | | |
    a | Penyusunan analisis↵beban kerja | X | | Bagian Organisasi
    b | Reviu peta proses bisnis | X | X | Bagian Organisasi~Inspektorat
    B. PENGUATAN SDM | < | < | < | <
    1 | Pengembangan kompetensi | | |
    a | Bimbingan teknis~bagi admin | | X | BKD, Dinkominfo
    """),
    """
    1|A.|PENGUATAN KELEMBAGAAN||
    2|1|Penataan organisasi||
    K|a|Penyusunan analisis beban kerja|2025|Bagian Organisasi
    K|b|Reviu peta proses bisnis|2025; 2026|Bagian Organisasi; Inspektorat
    1|B.|PENGUATAN SDM||
    2|1|Pengembangan kompetensi||
    K|a|Bimbingan teknis bagi admin|2026|BKD; Dinkominfo
    """,
)

EXCEL_QUOTED = Case(
    "excel-quoted-breaks.txt",
    from_excel("""
    RENCANA AKSI PELAYANAN PUBLIK
    No | Kegiatan | 2025 | 2026 | 2027 | Perangkat Daerah | Output
    1 | Penyusunan standar pelayanan~"PRIMA" | √ | √ | | Seluruh OPD | Dokumen~standar
    2 | Survei kepuasan masyarakat | √ | √ | √ | Seluruh Perangkat Daerah | Laporan
    3 | Forum konsultasi publik | - | √ | - | Bagian Organisasi~dan Dinkominfo | Berita acara
    4 | Pengembangan mal pelayanan | | | √ | Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu | Gedung
    """),
    """
    K|1|Penyusunan standar pelayanan "PRIMA"|2025; 2026|Seluruh OPD
    K|2|Survei kepuasan masyarakat|2025; 2026; 2027|Seluruh Perangkat Daerah
    K|3|Forum konsultasi publik|2026|Bagian Organisasi; Dinkominfo
    K|4|Pengembangan mal pelayanan|2027|Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
    """,
    extra={"1": {"Output": "Dokumen\nstandar"}},
    left={"judul di atas tabel": 1, "tanda tidak direncanakan": 2},
)

WORD_PAGES = Case(
    "word-header-again-and-signature.txt",
    from_word("""
    NO | KELOMPOK PROGRAM/PROGRAM/KEGIATAN | WAKTU | < | < | PIHAK TERLIBAT
    ^ | ^ | 2025 | 2026 | 2027 | ^
    1 | 2 | 3 | 4 | 5 | 6
    KP I | PENGUATAN KELEMBAGAAN | | | |
    I.1 | PROGRAM PENATAAN ORGANISASI | | | |
    I.1.a | Reviu peraturan bupati | [v] | | | BAGIAN ORGANISASI
    NO | KELOMPOK PROGRAM/PROGRAM/KEGIATAN | WAKTU | < | < | PIHAK TERLIBAT
    ^ | ^ | 2025 | 2026 | 2027 | ^
    I.1.b | Penyusunan pedoman | | [v] | [v] | BAGIAN HUKUM dan INSPEKTORAT
    KP II | PENINGKATAN PARTISIPASI | | | |
    II.1 | PROGRAM KOMUNIKASI PUBLIK | | | |
    II.1.a | Publikasi kanal aduan | [v] | [v] | [v] | DINKOMINFO
    """)
    + b"\r\nDitetapkan di Banjarnegara\r\npada tanggal 5 Mei 2025\r\nBUPATI BANJARNEGARA,\r\n\r\nttd",
    """
    1|KP I|PENGUATAN KELEMBAGAAN||
    2|I.1|PROGRAM PENATAAN ORGANISASI||
    K|I.1.a|Reviu peraturan bupati|2025|BAGIAN ORGANISASI
    K|I.1.b|Penyusunan pedoman|2026; 2027|BAGIAN HUKUM; INSPEKTORAT
    1|KP II|PENINGKATAN PARTISIPASI||
    2|II.1|PROGRAM KOMUNIKASI PUBLIK||
    K|II.1.a|Publikasi kanal aduan|2025; 2026; 2027|DINKOMINFO
    """,
    left={"nomor kolom": 6, "kepala tabel berulang": 7, "penutup dan tanda tangan": 4},
)

EXCEL_LEVELS = Case(
    "excel-levels-and-blank-offices.txt",
    from_excel("""
    Sasaran | Program | Kegiatan | Tahun | < | Pelaksana
    ^ | ^ | ^ | 2025 | 2026 | ^
    Data mutakhir | Pendataan | Pendataan keluarga | X | | Dinsos
    ^ | ^ | Verifikasi data | X | X | ^
    ^ | Pemanfaatan | Penyediaan dasbor | | X | Dinkominfo
    Bantuan tepat | Penyaluran | Penyaluran bantuan pangan | X | X | Dinsos dan Bulog
    """),
    """
    1||Data mutakhir||
    2||Pendataan||
    K||Pendataan keluarga|2025|Dinsos
    K||Verifikasi data|2025; 2026|Dinsos
    2||Pemanfaatan||
    K||Penyediaan dasbor|2026|Dinkominfo
    1||Bantuan tepat||
    2||Penyaluran||
    K||Penyaluran bantuan pangan|2025; 2026|Dinsos; Bulog
    """,
    asks=1,
)

WORD_TEXTS = Case(
    "word-flat-with-times-as-text.txt",
    from_word("""
    No. | Uraian Rencana Aksi | Waktu | Penanggung Jawab | Keluaran
    1. | Penetapan tim gugus tugas | Jan - Mar 2025 | Bagian Hukum | 1. SK Bupati~2. Berita acara
    2. | Penyusunan modul | 2025 - 2026 | Dindikpora | Modul
    3. | Pelatihan fasilitator | Triwulan II 2025 dan Triwulan I 2026 | Dindikpora/Dinkes | 40 orang
    4. | Pemantauan sekolah | Setiap bulan | Dindikpora, Dinkes dan Kemenag | Laporan
    5. | Evaluasi program | Tahun 2026 | Bappeda | Laporan
    """),
    """
    K|1.|Penetapan tim gugus tugas|2025=Jan - Mar 2025|Bagian Hukum
    K|2.|Penyusunan modul|2025; 2026|Dindikpora
    K|3.|Pelatihan fasilitator|2025=Triwulan II 2025 dan Triwulan I 2026; 2026=Triwulan II 2025 dan Triwulan I 2026|Dindikpora; Dinkes
    K|4.|Pemantauan sekolah|2025=Setiap bulan; 2026=Setiap bulan|Dindikpora; Dinkes; Kemenag
    K|5.|Evaluasi program|2026|Bappeda
    """,
    extra={"1": {"Keluaran": "1. SK Bupati\n2. Berita acara"}},
)

EXCEL_QUARTERS = Case(
    "excel-codes-and-quarters.txt",
    from_excel("""
    MATRIKS RENCANA AKSI DINAS TAHUN 2026
    Kode Rekening | Program/Kegiatan/Sub Kegiatan | Triwulan | < | < | < | Pagu (Rp) | Bidang Pengampu
    ^ | ^ | I | II | III | IV | ^ | ^
    3.27.02 | Program Sarana Pertanian | | | | | 500.000.000 |
    3.27.02.2.01 | Pengawasan Sarana Pertanian | | | | | 500.000.000 |
    3.27.02.2.01.0001 | Pengawasan pupuk bersubsidi | 25% | 50% | 75% | 100% | 200.000.000 | Bidang Prasarana
    3.27.02.2.01.0002 | Pendampingan penggunaan alat | | x | x | | 300.000.000 | Bidang Prasarana
    """),
    """
    1|3.27.02|Program Sarana Pertanian||
    2|3.27.02.2.01|Pengawasan Sarana Pertanian||
    K|3.27.02.2.01.0001|Pengawasan pupuk bersubsidi|2026=TW I 25%, TW II 50%, TW III 75%, TW IV 100%|Bidang Prasarana
    K|3.27.02.2.01.0002|Pendampingan penggunaan alat|2026=TW II, TW III|Bidang Prasarana
    """,
    budget={"3.27.02.2.01.0001": {2026: 2e8}},
    targets={"3.27.02.2.01.0001": {(2026, 1): 25, (2026, 2): 50, (2026, 3): 75, (2026, 4): 100}},
)

WORD_MATRIX = Case(
    "word-matrix.txt",
    from_word("""
    NO | RENCANA AKSI | PELAKSANA | < | < | TAHUN | <
    ^ | ^ | Bappeda | Dinkes | Dinsos | 2025 | 2026
    I | Intervensi spesifik | | | | |
    1 | Pemberian makanan tambahan | | ● | ○ | √ | √
    2 | Pemeriksaan ibu hamil | | ● | | √ |
    II | Intervensi sensitif | | | | |
    1 | Penyediaan jamban | ○ | | ● | | √
    """),
    """
    1|I|Intervensi spesifik||
    K|1|Pemberian makanan tambahan|2025; 2026|Dinkes
    K|2|Pemeriksaan ibu hamil|2025|Dinkes
    1|II|Intervensi sensitif||
    K|1|Penyediaan jamban|2026|Dinsos
    """,
    extra={"I.1": {"PIHAK PENDUKUNG": "Dinsos"}, "II.1": {"PIHAK PENDUKUNG": "Bappeda"}},
)

EXCEL_MONEY = Case(
    "excel-target-and-money.txt",
    from_excel("""
    No | Program / Kegiatan | 2025 | < | 2026 | < | OPD | Keterangan
    ^ | ^ | Target | Pagu (Rp) | Target | Pagu (Rp) | ^ | ^
    1 | Program Penataan Desa | | | | | |
    1.1 | Penyelenggaraan penataan desa | 100% | 50.000.000 | 100% | 55.000.000 | Dispermades | DD
    1.2 | Pembinaan aset desa | 266 desa | 75.000.000 | | | Dispermades/Kecamatan |
    2 | Program Kerja Sama Desa | | | | | |
    2.1 | Fasilitasi kerja sama | | | 10 desa | 40.000.000 | Dispermades |
    Jumlah | | | 125.000.000 | | 95.000.000 | |
    """),
    """
    1|1|Program Penataan Desa||
    K|1.1|Penyelenggaraan penataan desa|2025; 2026|Dispermades
    K|1.2|Pembinaan aset desa|2025|Dispermades; Kecamatan
    1|2|Program Kerja Sama Desa||
    K|2.1|Fasilitasi kerja sama|2026|Dispermades
    """,
    budget={"1.1": {2025: 5e7, 2026: 55e6}, "2.1": {2026: 4e7}},
    targets={"1.1": {(2025, 4): 100, (2026, 4): 100}},
    extra={"1.2": {"2025 / Target": "266 desa"}},
    left={"baris jumlah": 3},
)

WORD_HEADINGS = Case(
    "word-headings-in-capitals.txt",
    from_word("""
    KEGIATAN | SEMESTER I 2025 | SEMESTER II 2025 | PENANGGUNG JAWAB | PIHAK TERKAIT
    TATA LAKSANA PEMERINTAHAN | < | < | < | <
    Penyusunan standar operasional | V | V | Bagian Organisasi | Seluruh OPD
    Evaluasi kelembagaan | - | V | Bagian Organisasi dan Bappeda |
    PENGAWASAN INTERNAL | < | < | < | <
    Pembentukan unit pemberantasan pungli | V | | Inspektorat | Polres
    """),
    """
    1||TATA LAKSANA PEMERINTAHAN||
    K||Penyusunan standar operasional|2025=SEMESTER I, SEMESTER II|Bagian Organisasi
    K||Evaluasi kelembagaan|2025=SEMESTER II|Bagian Organisasi; Bappeda
    1||PENGAWASAN INTERNAL||
    K||Pembentukan unit pemberantasan pungli|2025=SEMESTER I|Inspektorat
    """,
    extra={"A.1": {"PIHAK TERKAIT": "Seluruh OPD"}},
)

EXCEL_UNSURE = Case(
    "excel-names-that-may-be-two.txt",
    from_excel("""
    Nomor | Langkah | Tahun | Pelaksana
    1 | Penyusunan regulasi | 2025 | Bagian Hukum, Organisasi
    2 | Penyusunan anggaran | 2025-2026 | Badan Perencanaan, Keuangan
    3 | Uji coba | 2026 | Dinkominfo
    4 | Serah terima | 2026 | Bagian Hukum, Organisasi
    """),
    """
    K|1|Penyusunan regulasi|2025|Bagian Hukum; Bagian Organisasi
    K|2|Penyusunan anggaran|2025; 2026|Badan Perencanaan, Keuangan
    K|3|Uji coba|2026|Dinkominfo
    K|4|Serah terima|2026|Bagian Hukum; Bagian Organisasi
    """,
    answers={"Bagian Hukum, Organisasi": "Bagian Hukum; Bagian Organisasi"},
    asks=2,
)

CASES = (
    WORD_LETTERS, EXCEL_QUOTED, WORD_PAGES, EXCEL_LEVELS, WORD_TEXTS, EXCEL_QUARTERS, WORD_MATRIX,
    EXCEL_MONEY, WORD_HEADINGS, EXCEL_UNSURE,
)  # fmt: skip
