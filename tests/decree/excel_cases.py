# ruff: noqa: E501 (tables read better with one row per line)
"""Ten plans in Excel."""

from __future__ import annotations

from tests.decree.cases import Case
from tests.decree.paper import excel

QUARTERS = Case(
    "title-rows-and-quarters.xlsx",
    excel(
        Sheet1="""
        LAMPIRAN I
        PERATURAN BUPATI BANJARNEGARA
        NOMOR 12 TAHUN 2025
        TENTANG
        RENCANA AKSI PENANGGULANGAN KEMISKINAN
        KABUPATEN BANJARNEGARA
        TAHUN 2025
        |
        NO | URAIAN | INDIKATOR | TARGET | RENCANA PELAKSANAAN | < | < | < | ANGGARAN (Rp) | PD PELAKSANA
        ^ | ^ | ^ | ^ | TAHUN 2025 | < | < | < | ^ | ^
        ^ | ^ | ^ | ^ | TW I | TW II | TW III | TW IV | ^ | ^
        1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
        **I | **PENGURANGAN BEBAN PENGELUARAN | | | | | | | |
        1 | Penyaluran bantuan sosial | Jumlah KPM | 1.200 | x | x | x | x | 450.000.000 | Dinas Sosial
        2 | Pembangunan rumah layak huni | Unit rumah | 75 | | x | x | | 1.500.000.000 | DPKPLH
        **II | **PENINGKATAN PENDAPATAN | | | | | | | |
        1 | Pelatihan kerja | Jumlah peserta | 200 | | | x | x | 300.000.000 | Dinas Tenaga Kerja, Koperasi dan UKM
        | JUMLAH | | | | | | | 2.250.000.000 |
        |
        | | | | | | BUPATI BANJARNEGARA, | | |
        | | | | | | AMALIA DESIANA | | |
        """
    ),
    """
    1|I|PENGURANGAN BEBAN PENGELUARAN||
    K|1|Penyaluran bantuan sosial|2025=TW I, TW II, TW III, TW IV|Dinas Sosial
    K|2|Pembangunan rumah layak huni|2025=TW II, TW III|DPKPLH
    1|II|PENINGKATAN PENDAPATAN||
    K|1|Pelatihan kerja|2025=TW III, TW IV|Dinas Tenaga Kerja, Koperasi dan UKM
    """,
    extra={"I.1": {"INDIKATOR": "Jumlah KPM", "TARGET": "1.200"}},
    budget={"I.1": {2025: 450e6}, "II.1": {2025: 300e6}},
    left={"judul di atas tabel": 7, "nomor kolom": 10, "baris jumlah": 2,
          "penutup dan tanda tangan": 2},
)  # fmt: skip

NARROW = Case(
    "three-narrow-number-columns.xlsx",
    excel(
        Matrik="""
        MATRIK RENCANA AKSI
        NO | < | < | PROGRAM/KEGIATAN | TAHUN | < | < | ANGGARAN (Rp) | < | < | PENANGGUNG JAWAB
        ^ | ^ | ^ | ^ | 2025 | 2026 | 2027 | 2025 | 2026 | 2027 | ^
        A | | | PENINGKATAN AKSES | | | | | | |
        | 1 | | Jalan desa | | | | | | |
        | | a | Peningkatan jalan poros | X | X | | 1.000.000.000 | 2.000.000.000 | | DPUPR
        | | b | Pemeliharaan jembatan | | X | X | | 500.000.000 | 600.000.000 | DPUPR/Pemerintah Desa
        | 2 | | Air bersih | | | | | | |
        | | a | Pembangunan sumur | X | | | 150.000.000 | | | DPUPR
        B | | | PENINGKATAN MUTU | | | | | | |
        | 1 | | Sekolah | | | | | | |
        | | a | Rehabilitasi ruang kelas | X | X | X | 750.000.000 | 750.000.000 | 800.000.000 | Dindikpora
        """
    ),
    """
    1|A|PENINGKATAN AKSES||
    2|1|Jalan desa||
    K|a|Peningkatan jalan poros|2025; 2026|DPUPR
    K|b|Pemeliharaan jembatan|2026; 2027|DPUPR; Pemerintah Desa
    2|2|Air bersih||
    K|a|Pembangunan sumur|2025|DPUPR
    1|B|PENINGKATAN MUTU||
    2|1|Sekolah||
    K|a|Rehabilitasi ruang kelas|2025; 2026; 2027|Dindikpora
    """,
    budget={"A.1.a": {2025: 1e9, 2026: 2e9}, "B.1.a": {2025: 75e7, 2026: 75e7, 2027: 8e8}},
)

POINTS = Case(
    "dotted-numbers-and-lists-of-offices.xlsx",
    excel(
        Rencana_Aksi="""
        No | Program/Kegiatan | Waktu Pelaksanaan | Instansi | Lokasi
        1 | Pengelolaan sampah | | |
        1.1 | Pengurangan sampah rumah tangga | | |
        1.1.1 | Pembentukan bank sampah | 2025 | 1. Dinas Lingkungan Hidup~2. Dinas Pemberdayaan Masyarakat dan Desa | 20 kecamatan
        1.1.2 | Pelatihan pengelola | 2025 s.d. 2027 | - DLH~- Kecamatan | Tersebar
        1.2 | Penanganan sampah | | |
        1.2.1 | Pengadaan armada | 2026 dan 2027 | DLH | TPA
        2 | Ruang terbuka hijau | | |
        2.1 | Penanaman pohon | | |
        2.1.1 | Gerakan menanam | Setiap tahun | Seluruh Perangkat Daerah | Kabupaten
        2.1.2 | Pemeliharaan taman | 31 Desember 2026 | DPUPR, DLH dan Kecamatan Banjarnegara |
        """
    ),
    """
    1|1|Pengelolaan sampah||
    2|1.1|Pengurangan sampah rumah tangga||
    K|1.1.1|Pembentukan bank sampah|2025|Dinas Lingkungan Hidup; Dinas Pemberdayaan Masyarakat dan Desa
    K|1.1.2|Pelatihan pengelola|2025; 2026; 2027|DLH; Kecamatan
    2|1.2|Penanganan sampah||
    K|1.2.1|Pengadaan armada|2026; 2027|DLH
    1|2|Ruang terbuka hijau||
    2|2.1|Penanaman pohon||
    K|2.1.1|Gerakan menanam|2025; 2026; 2027|Seluruh Perangkat Daerah
    K|2.1.2|Pemeliharaan taman|2026=31 Desember 2026|DPUPR; DLH; Kecamatan Banjarnegara
    """,
    extra={"1.1.1": {"Lokasi": "20 kecamatan"}},
)

_BULAN = " | ".join(
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ]
)
FILLED = Case(
    "levels-filled-down-and-months.xlsx",
    excel(
        Renaksi=f"""
        RENCANA AKSI PENCEGAHAN KORUPSI TAHUN 2025
        No | Area | Sasaran | Rencana Aksi | {_BULAN} | Penanggung Jawab
        1 | Perencanaan dan Penganggaran | APBD tepat waktu | Penetapan standar satuan harga | | | v | v | | | | | | | | | BPPKAD
        | | | Publikasi APBD | v | | | | | | | | | | | | BPPKAD dan Dinkominfo
        2 | Pengadaan Barang dan Jasa | Pengadaan transparan | Pengumuman RUP | v | v | | | | | | | | | | | Bagian Pengadaan Barang dan Jasa
        | | Pengawasan pengadaan | Probity audit | | | | | | v | v | v | | | | | Inspektorat
        3 | Perizinan | Layanan mudah | Penyederhanaan prosedur | | v | v | | | | | | | | | v | DPMPTSP
        """
    ),
    """
    1|1|Perencanaan dan Penganggaran||
    2||APBD tepat waktu||
    K||Penetapan standar satuan harga|2025=Maret, April|BPPKAD
    K||Publikasi APBD|2025=Januari|BPPKAD; Dinkominfo
    1|2|Pengadaan Barang dan Jasa||
    2||Pengadaan transparan||
    K||Pengumuman RUP|2025=Januari, Februari|Bagian Pengadaan Barang dan Jasa
    2||Pengawasan pengadaan||
    K||Probity audit|2025=Juni, Juli, Agustus|Inspektorat
    1|3|Perizinan||
    2||Layanan mudah||
    K||Penyederhanaan prosedur|2025=Februari, Maret, Desember|DPMPTSP
    """,
    left={"judul di atas tabel": 1},
)

SHEETS = Case(
    "cover-plan-and-indicators.xlsx",
    excel(
        Cover="""
        PEMERINTAH KABUPATEN BANJARNEGARA
        RENCANA AKSI KABUPATEN LAYAK ANAK
        2025
        """,
        Matriks="""
        KLASTER | NO | KEGIATAN | SEMESTER 2025 | < | LEMBAGA PENANGGUNG JAWAB | MITRA
        ^ | ^ | ^ | I | II | ^ | ^
        Klaster I: Hak sipil | 1 | Percepatan akta kelahiran | √ | √ | Dindukcapil | Kementerian Agama
        ^ | 2 | Penyediaan informasi layak anak | √ | | Dinkominfo; Dinas Kearsipan dan Perpustakaan | Media
        Klaster II: Pengasuhan | 1 | Penguatan Puspaga | | √ | Dinsos PPPA | PKK
        ^ | 2 | Pelatihan pengasuh | √ | √ | Dinsos PPPA/Dindikpora | PKK
        """,
        Indikator="""
        NO | PROGRAM | INDIKATOR | SATUAN
        1 | Hak sipil | Persentase anak berakta | %
        ^ | ^ | Jumlah informasi layak anak | buah
        2 | Pengasuhan | Jumlah Puspaga | unit
        """,
    ),
    """
    1||Klaster I: Hak sipil||
    K|1|Percepatan akta kelahiran|2025=Semester I, Semester II|Dindukcapil
    K|2|Penyediaan informasi layak anak|2025=Semester I|Dinkominfo; Dinas Kearsipan dan Perpustakaan
    1||Klaster II: Pengasuhan||
    K|1|Penguatan Puspaga|2025=Semester II|Dinsos PPPA
    K|2|Pelatihan pengasuh|2025=Semester I, Semester II|Dinsos PPPA; Dindikpora
    """,
    extra={"A.1": {"MITRA": "Kementerian Agama"}},
)

OFFICES = Case(
    "matrix-of-offices.xlsx",
    excel(
        Lembar1="""
        Kode | Aksi | Tahun Pelaksanaan | Perangkat Daerah | < | < | < | Keluaran
        ^ | ^ | ^ | Setda | Bappeda | Dinkes | BPBD | ^
        A | Kesiapsiagaan | | | | | |
        A.1 | Penyusunan rencana kontinjensi | 2025 | ○ | ○ | | ● | Dokumen
        A.2 | Gladi lapang | 2025-2027 | | | ○ | ● | Laporan
        B | Tanggap darurat | | | | | |
        B.1 | Pembentukan pos kesehatan | 2026 | | | ● | ○ | Pos
        B.2 | Pendanaan darurat | 2025, 2027 | ● | ● | | | SK
        """
    ),
    """
    1|A|Kesiapsiagaan||
    K|A.1|Penyusunan rencana kontinjensi|2025|BPBD
    K|A.2|Gladi lapang|2025; 2026; 2027|BPBD
    1|B|Tanggap darurat||
    K|B.1|Pembentukan pos kesehatan|2026|Dinkes
    K|B.2|Pendanaan darurat|2025; 2027|Setda; Bappeda
    """,
    extra={"A.1": {"PIHAK PENDUKUNG": "Setda; Bappeda", "Keluaran": "Dokumen"}},
)

TWO_PER_YEAR = Case(
    "target-and-rupiah-per-year.xlsx",
    excel(
        Renja="""
        KODE | URAIAN | SATUAN | BASELINE 2024 | TAHUN 2025 | < | TAHUN 2026 | < | PERANGKAT DAERAH PENANGGUNG JAWAB
        ^ | ^ | ^ | ^ | Target | Rp | Target | Rp | ^
        **1.02.02 | **PROGRAM PEMENUHAN UPAYA KESEHATAN | | | | 900.000.000 | | 950.000.000 |
        1.02.02.2.01 | Penyediaan fasilitas | | | | 900.000.000 | | 950.000.000 |
        1.02.02.2.01.0001 | Pembangunan puskesmas | unit | 2 | 1 | 600.000.000 | 1 | 650.000.000 | Dinas Kesehatan
        1.02.02.2.01.0014 | Pengadaan alat | % | 70% | 80% | 300.000.000 | 90% | 300.000.000 | Dinas Kesehatan
        TOTAL | | | | | 900.000.000 | | 950.000.000 |
        """
    ),
    """
    1|1.02.02|PROGRAM PEMENUHAN UPAYA KESEHATAN||
    2|1.02.02.2.01|Penyediaan fasilitas||
    K|1.02.02.2.01.0001|Pembangunan puskesmas|2025; 2026|Dinas Kesehatan
    K|1.02.02.2.01.0014|Pengadaan alat|2025; 2026|Dinas Kesehatan
    """,
    extra={
        "1.02.02.2.01.0001": {"SATUAN": "unit", "BASELINE 2024": "2", "TAHUN 2025 / Target": "1"}
    },
    budget={"1.02.02.2.01.0001": {2025: 6e8, 2026: 65e7}},
    targets={"1.02.02.2.01.0014": {(2025, 4): 80, (2026, 4): 90}},
    left={"baris jumlah": 3},
)

BREAKS = Case(
    "line-breaks-in-cells.xlsx",
    excel(
        Lampiran="""
        Lampiran Surat Edaran
        NO | TUJUAN | LANGKAH AKSI | TIMELINE | PIC
        1 | Layanan inklusif | - Penyediaan kursi roda~- Pelatihan bahasa isyarat | 2025 | Dinas Sosial / RSUD
        2 | Layanan cepat | 1) Penyederhanaan alur~2) Penambahan loket | 2025-2026 | Dindukcapil dan DPMPTSP
        3 | Layanan digital | Pengembangan aplikasi~antrean daring | 2026 | Dinas Komunikasi~dan Informatika
        """
    ),
    """
    1|1|Layanan inklusif||
    K||Penyediaan kursi roda|2025|Dinas Sosial; RSUD
    K||Pelatihan bahasa isyarat|2025|Dinas Sosial; RSUD
    1|2|Layanan cepat||
    K|1)|Penyederhanaan alur|2025; 2026|Dindukcapil; DPMPTSP
    K|2)|Penambahan loket|2025; 2026|Dindukcapil; DPMPTSP
    1|3|Layanan digital||
    K||Pengembangan aplikasi antrean daring|2026|Dinas Komunikasi dan Informatika
    """,
    left={"judul di atas tabel": 1},
)

_PAGE = """
No. | Kegiatan | Tahun | < | < | Pelaksana | Ket
^ | ^ | 2025 | 2026 | 2027 | ^ | ^
(1) | (2) | (3) | (4) | (5) | (6) | (7)
"""
PAGES = Case(
    "header-on-every-page.xlsx",
    excel(
        Print=f"""
        MATRIKS RENCANA AKSI PARIWISATA
        {_PAGE.strip()}
        **Destinasi | < | < | < | < | < | <
        1 | Penataan kawasan Dieng | √ | √ | | Disparbud |
        2 | Pembangunan gapura | | √ | | Disparbud, DPUPR |
        {_PAGE.strip()}
        3 | Pengelolaan parkir | √ | √ | √ | Dishub | prioritas
        **Pemasaran | < | < | < | < | < | <
        4 | Festival budaya | √ | √ | √ | Disparbud dan seluruh OPD terkait |
        5 | dst | | | | |
        *) disesuaikan dengan kemampuan keuangan daerah | < | < | < | < | < | <
        """
    ),
    """
    1||Destinasi||
    K|1|Penataan kawasan Dieng|2025; 2026|Disparbud
    K|2|Pembangunan gapura|2026|Disparbud; DPUPR
    K|3|Pengelolaan parkir|2025; 2026; 2027|Dishub
    1||Pemasaran||
    K|4|Festival budaya|2025; 2026; 2027|Disparbud; seluruh OPD terkait
    """,
    left={"judul di atas tabel": 1, "nomor kolom": 14, "kepala tabel berulang": 8,
          "“dan seterusnya”, bukan kegiatan": 2, "catatan di bawah tabel": 1},
)  # fmt: skip

COLOURS = Case(
    "two-colours.xlsx",
    excel(
        Jadwal="""
        JADWAL RENCANA AKSI
        NO | KEGIATAN | 2025 | < | < | < | 2026 | < | < | < | PELAKSANA
        ^ | ^ | I | II | III | IV | I | II | III | IV | ^
        1 | Penyusunan naskah akademik | #92D050 | #92D050 | | | | | | | Bagian Hukum
        2 | Pembahasan raperda | | | #92D050 | #FF0000 | #92D050 | | | | Bagian Hukum, DPRD
        3 | Sosialisasi perda | | | | | | #92D050 | #92D050 | | Satpol PP
        """
    ),
    """
    K|1|Penyusunan naskah akademik|2025=TW I, TW II|Bagian Hukum
    K|2|Pembahasan raperda|2025=TW III; 2026=TW I|Bagian Hukum; DPRD
    K|3|Sosialisasi perda|2026=TW II, TW III|Satpol PP
    """,
    answers={"sel berwarna merah": "tidak direncanakan"},
    asks=2,
)

CASES = (
    QUARTERS, NARROW, POINTS, FILLED, SHEETS, OFFICES, TWO_PER_YEAR, BREAKS, PAGES, COLOURS
)  # fmt: skip
