# ruff: noqa: E501 (tables read better with one row per line)
"""Ten decrees in Word."""

from __future__ import annotations

from tests.decree.cases import Case
from tests.decree.paper import W, levels, lists, word, word_table

_TITLE = (
    "LAMPIRAN", "KEPUTUSAN BUPATI BANJARNEGARA", "NOMOR  050 / 112  TAHUN 2025",
    "TENTANG", "RENCANA AKSI PENGELOLAAN PENGADUAN", "TAHUN 2025-2027",
)  # fmt: skip
_END = ("Ditetapkan di Banjarnegara", "pada tanggal 3 Maret 2025", "BUPATI BANJARNEGARA,", "ttd")
_SIGNATURE = word_table("|BUPATI BANJARNEGARA,~~~AMALIA\n|")

_KP_HEADER = """
NO | KELOMPOK PROGRAM/ PROGRAM/ KEGIATAN | WAKTU | < | < | PIHAK TERLIBAT
^ | ^ | 2025 | 2026 | 2027 | ^
"""
KP = Case(
    "kp-broken-over-pages.docx",
    word(
        *_TITLE,
        word_table(
            _KP_HEADER
            + """
            1 | 2 | 3 | 4 | 5 | 6
            KP I | **PENGUATAN KELEMBAGAAN DAN KEBIJAKAN | | | |
            I.1 | PROGRAM PENATAAN ORGANISASI | | | |
            I.1.a | Kegiatan Fasilitasi RB (Reviu Peraturan Bupati↵tentang Pengaduan) | [v] | [v] | | BAGIAN ORGANISASI
            I.1.b | Penyusunan  SOP pengaduan | | [v] | | DINKOMINFO
            """,
            3,
        ),
        word_table(
            _KP_HEADER
            + """
            KP II | **PENGUATAN SUMBER DAYA MANUSIA | | | |
            II.1 | PROGRAM PENGELOLAAN INFORMASI | | | |
            II.1.a | Bimtek pejabat penghubung | - | [v] | [v] | DINKOMINFO, INSPEKTORAT
            II.1.b | Lokakarya pengelola | | | [v] | Seluruh OPD
            """,
            2,
        ),
        *_END,
        _SIGNATURE,
    ),
    """
    1|KP I|PENGUATAN KELEMBAGAAN DAN KEBIJAKAN||
    2|I.1|PROGRAM PENATAAN ORGANISASI||
    K|I.1.a|Kegiatan Fasilitasi RB (Reviu Peraturan Bupati tentang Pengaduan)|2025; 2026|BAGIAN ORGANISASI
    K|I.1.b|Penyusunan SOP pengaduan|2026|DINKOMINFO
    1|KP II|PENGUATAN SUMBER DAYA MANUSIA||
    2|II.1|PROGRAM PENGELOLAAN INFORMASI||
    K|II.1.a|Bimtek pejabat penghubung|2026; 2027|DINKOMINFO; INSPEKTORAT
    K|II.1.b|Lokakarya pengelola|2027|Seluruh OPD
    """,
    left={"nomor kolom": 6, "kepala tabel berulang": 7, "tanda tidak direncanakan": 1,
          "di tabel lain, bukan rencana aksi": 1},
)  # fmt: skip

LETTERS = Case(
    "letters-with-merged-headings.docx",
    word(
        *_TITLE,
        word_table("""
        No. | Rencana Aksi | Waktu Pelaksanaan | Penanggung Jawab | Pihak Terkait | Keterangan
        (1) | (2) | (3) | (4) | (5) | (6)
        **A. Penguatan Kelembagaan | < | < | < | < | <
        1. | Penataan unit pengelola pengaduan | 2025-2026 | Dinkominfo dan Bagian Organisasi | Bappeda |
        a. | Penyusunan analisis jabatan | Agust - Des 2026 | Bagian Organisasi | |
        b. | Penetapan tim | TW I - TW II 2025 | Dinkominfo/Inspektorat | Bagian Hukum | SK Bupati
        2. | Reviu peraturan | setiap tahun | Bagian Hukum; Bagian Organisasi | |
        **B. Penguatan Sumber Daya Manusia | < | < | < | < | <
        1. | Pelatihan admin | 2027 | 1. Dinkominfo~2. BKD | |
        2. | dst. | | | |
        Catatan : waktu dapat berubah | < | < | < | < | <
        """),
        *_END,
    ),
    """
    1|A.|Penguatan Kelembagaan||
    2|1.|Penataan unit pengelola pengaduan||
    K|a.|Penyusunan analisis jabatan|2026=Agust - Des 2026|Bagian Organisasi
    K|b.|Penetapan tim|2025=TW I - TW II 2025|Dinkominfo; Inspektorat
    K|2.|Reviu peraturan|2025; 2026; 2027|Bagian Hukum; Bagian Organisasi
    1|B.|Penguatan Sumber Daya Manusia||
    K|1.|Pelatihan admin|2027|Dinkominfo; BKD
    """,
    extra={"A.1.b": {"Pihak Terkait": "Bagian Hukum", "Keterangan": "SK Bupati"},
           "A.1": {"Pihak Terkait": "Bappeda"}},
    left={"nomor kolom": 6, "“dan seterusnya”, bukan kegiatan": 2, "catatan di bawah tabel": 1,
          "waktu atau pihak pada baris judul; kegiatan di bawahnya punya sendiri": 2},
)  # fmt: skip

_AUTOMATIC = levels(3, ("upperLetter", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")) + lists(
    3
)
AUTOMATIC = Case(
    "automatic-numbers-and-shading.docx",
    word(
        "MATRIKS RENCANA AKSI KETERBUKAAN INFORMASI TAHUN 2025",
        word_table("""
        NO | URAIAN KEGIATAN | WAKTU PELAKSANAAN TAHUN 2025 | < | < | < | OPD PELAKSANA | OUTPUT
        ^ | ^ | TRIWULAN | < | < | < | ^ | ^
        ^ | ^ | I | II | III | IV | ^ | ^
        @3.0 | **Tata kelola informasi | | | | | |
        @3.1 | Penyusunan daftar informasi publik | #92D050 | #92D050 | | | Dinkominfo | 1 dokumen
        @3.1 | Uji konsekuensi informasi | | #92D050 | #92D050 | | Dinkominfo | 1 berita acara
        @3.0 | **Pelayanan informasi | | | | | |
        @3.1 | Pembuatan kanal | | | | | |
        @3.2 | Pengembangan laman | | | #92D050 | #92D050 | Dinkominfo, Bagian Prokompim | 1 laman
        @3.2 | Pengelolaan media sosial | #92D050 | #92D050 | #92D050 | #92D050 | Bagian Prokompim |
        """),
        numbering=_AUTOMATIC,
    ),
    """
    1|A.|Tata kelola informasi||
    K|1.|Penyusunan daftar informasi publik|2025=TW I, TW II|Dinkominfo
    K|2.|Uji konsekuensi informasi|2025=TW II, TW III|Dinkominfo
    1|B.|Pelayanan informasi||
    2|1.|Pembuatan kanal||
    K|a)|Pengembangan laman|2025=TW III, TW IV|Dinkominfo; Bagian Prokompim
    K|b)|Pengelolaan media sosial|2025=TW I, TW II, TW III, TW IV|Bagian Prokompim
    """,
    extra={"A.1": {"OUTPUT": "1 dokumen"}, "B.1.a": {"OUTPUT": "1 laman"}},
)

LEVEL_COLUMNS = Case(
    "level-columns.docx",
    word(
        "RENCANA AKSI DAERAH PENURUNAN STUNTING",
        word_table("""
        No | Strategi | Program | No | Rencana Aksi | Target Tahun | < | Penanggung Jawab | OPD Pendukung | Indikator
        ^ | ^ | ^ | ^ | ^ | 2025 | 2026 | ^ | ^ | ^
        1 | Peningkatan komitmen | Program Koordinasi | 1 | Rapat koordinasi tim | X | X | Bappeda | Dinkes, DPPKBP3A | Jumlah rapat
        ^ | ^ | ^ | 2 | Penyusunan laporan | X | X | Bappeda | Dinkes | Laporan
        ^ | ^ | Program Advokasi | 1 | Sosialisasi camat | x | | Dinkes | | Camat terlatih
        2 | Perubahan perilaku | Program Promosi | 1 | Kampanye gizi | | X | Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana | Kecamatan | Jumlah kampanye
        """),
    ),
    """
    1|1|Peningkatan komitmen||
    2||Program Koordinasi||
    K|1|Rapat koordinasi tim|2025; 2026|Bappeda
    K|2|Penyusunan laporan|2025; 2026|Bappeda
    2||Program Advokasi||
    K|1|Sosialisasi camat|2025|Dinkes
    1|2|Perubahan perilaku||
    2||Program Promosi||
    K|1|Kampanye gizi|2026|Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana
    """,
    extra={"1.1.1": {"OPD Pendukung": "Dinkes, DPPKBP3A", "Indikator": "Jumlah rapat"}},
)

DOTTED = Case(
    "dotted-codes-target-and-rupiah.docx",
    word(
        "RENCANA AKSI PERANGKAT DAERAH",
        word_table("""
        Kode | Program / Kegiatan / Sub Kegiatan | 2025 | < | 2026 | < | Unit Kerja | Lokasi
        ^ | ^ | Target | Rp | Target | Rp | ^ | ^
        2.16.02 | **PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK | | 60.000.000 | | 80.000.000 | |
        2.16.02.2.01 | Pengelolaan Informasi dan Komunikasi Publik | | 60.000.000 | | 80.000.000 | |
        2.16.02.2.01.0021 | Monitoring opini publik | 100% | 25.000.000 | 100% | 30.000.000 | Dinkominfo | Kabupaten
        2.16.02.2.01.0022 | Pengelolaan media | 12 dok | 35.000.000 | 12 dok | 50.000.000 | Dinkominfo | Kabupaten
        2.16.03 | **PROGRAM APLIKASI INFORMATIKA | | 10.000.000 | | | |
        2.16.03.2.02 | Pengelolaan e-Government | | 10.000.000 | | | |
        2.16.03.2.02.0005 | Integrasi aplikasi | 2 aplikasi | Rp 10.000.000,- | - | - | Dinkominfo |
        JUMLAH | < | | 70.000.000 | | 80.000.000 | |
        """),
    ),
    """
    1|2.16.02|PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK||
    2|2.16.02.2.01|Pengelolaan Informasi dan Komunikasi Publik||
    K|2.16.02.2.01.0021|Monitoring opini publik|2025; 2026|Dinkominfo
    K|2.16.02.2.01.0022|Pengelolaan media|2025; 2026|Dinkominfo
    1|2.16.03|PROGRAM APLIKASI INFORMATIKA||
    2|2.16.03.2.02|Pengelolaan e-Government||
    K|2.16.03.2.02.0005|Integrasi aplikasi|2025|Dinkominfo
    """,
    extra={"2.16.02": {"2025 / Rp": "60.000.000", "2026 / Rp": "80.000.000"},
           "2.16.02.2.01.0022": {"2025 / Target": "12 dok", "2026 / Target": "12 dok",
                                 "Lokasi": "Kabupaten"},
           "2.16.03.2.02.0005": {"2025 / Target": "2 aplikasi"}},
    budget={"2.16.02.2.01.0021": {2025: 25e6, 2026: 30e6}, "2.16.03.2.02.0005": {2025: 10e6}},
    targets={"2.16.02.2.01.0021": {(2025, 4): 100, (2026, 4): 100}},
    left={"baris jumlah": 3, "strip saja, tanpa isi": 2},
)  # fmt: skip

_MONTHS = " | ".join(
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nop", "Des"]
)
MATRIX = Case(
    "matrix-and-months.docx",
    word(
        "PEMERINTAH KABUPATEN BANJARNEGARA",
        word_table("Distribusi : | 1. Arsip\n | 2. Bagian Hukum"),
        "RENCANA AKSI SATU DATA TAHUN 2026",
        word_table(f"""
        NO | KEGIATAN | PERANGKAT DAERAH | < | < | BULAN | < | < | < | < | < | < | < | < | < | < | <
        ^ | ^ | Bappeda | Dinkominfo | BPS | {_MONTHS}
        I | Penyelenggaraan forum data | | | | | | | | | | | | | | |
        1 | Rapat forum satu data | ● | ○ | ○ | V | | V | | V | | V | | V | | V |
        2 | Penetapan daftar data | ● | ○ | | | v | v | | | | | | | | |
        II | Penyebarluasan data | | | | | | | | | | | | | | |
        1 | Pengelolaan portal | ○ | ● | | V | V | V | V | V | V | V | V | V | V | V | V
        """),
    ),
    """
    1|I|Penyelenggaraan forum data||
    K|1|Rapat forum satu data|2026=Jan, Mar, Mei, Jul, Sep, Nop|Bappeda
    K|2|Penetapan daftar data|2026=Feb, Mar|Bappeda
    1|II|Penyebarluasan data||
    K|1|Pengelolaan portal|2026=Jan, Feb, Mar, Apr, Mei, Jun, Jul, Agt, Sep, Okt, Nop, Des|Dinkominfo
    """,
    extra={"I.1": {"PIHAK PENDUKUNG": "Dinkominfo; BPS"}, "II.1": {"PIHAK PENDUKUNG": "Bappeda"}},
    left={"di tabel lain, bukan rencana aksi": 3},
)

_FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="{W}">
<w:footnote w:id="1"><w:p><w:r><w:t>sesuai ketersediaan anggaran</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def _list_table() -> str:
    table = word_table("""
    NO | SASARAN | KEGIATAN | 2025 | 2026 | PELAKSANA
    1 | Pelayanan publik yang mudah | - Penyusunan standar pelayanan~- Survei kepuasan↵masyarakat~- Forum konsultasi publik | √ | √ | Dinas Pendidikan, Kepemudaan dan Olah Raga
    2 | Pengaduan tertangani | a. Pembentukan tim~b. Pelatihan petugas | | √ | Seluruh OPD
    3 | Inovasi | Lomba inovasi | X | X | Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
    """)
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    changes = (
        f'<w:r><w:footnoteReference w:id="1"/></w:r>'
        f'<w:del w:id="5" w:author="x"><w:r><w:delText> lama</w:delText></w:r></w:del>'
        f'<w:ins w:id="6" w:author="x">{run.format(" daerah")}</w:ins>'
    )
    inner = word_table("Bappeda").replace(f' xmlns:w="{W}"', "")
    last = run.format("inovasi")
    assert last in table
    table = table.replace(last, last + changes)
    pintu = table.rindex("</w:p>")
    return f"{table[: pintu + 6]}{inner}<w:p/>{table[pintu + 6 :]}"


LISTS = Case(
    "lists-in-cells.docx",
    word("RENCANA AKSI PELAYANAN PUBLIK 2025-2026", _list_table(), footnotes=_FOOTNOTES),
    """
    1|1|Pelayanan publik yang mudah||
    K||Penyusunan standar pelayanan|2025; 2026|Dinas Pendidikan, Kepemudaan dan Olah Raga
    K||Survei kepuasan masyarakat|2025; 2026|Dinas Pendidikan, Kepemudaan dan Olah Raga
    K||Forum konsultasi publik|2025; 2026|Dinas Pendidikan, Kepemudaan dan Olah Raga
    1|2|Pengaduan tertangani||
    K|a.|Pembentukan tim|2026|Seluruh OPD
    K|b.|Pelatihan petugas|2026|Seluruh OPD
    1|3|Inovasi||
    K||Lomba inovasi (catatan kaki: sesuai ketersediaan anggaran) daerah|2025; 2026|Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu; Bappeda
    """,
)  # fmt: skip

FLAT = Case(
    "flat-with-semesters.docx",
    word(
        "RENCANA AKSI TINDAK LANJUT HASIL EVALUASI",
        "TAHUN ANGGARAN 2025",
        word_table("""
        No. | Rekomendasi | Rencana Aksi | Jadwal | < | Penangung Jawab | Sumber Dana
        ^ | ^ | ^ | Semester I | Semester II | ^ | ^
        1 | 2 | 3 | 4 | 5 | 6 | 7
        1. | Perbaikan pohon kinerja | Penyusunan pohon kinerja | 50% | 100% | Bagian Organisasi | APBD
        2. | Pemanfaatan hasil evaluasi | Pembahasan hasil evaluasi bersama pimpinan | √ | | Bappeda & Inspektorat | APBD
        3. | Peningkatan kualitas laporan | Asistensi penyusunan LKjIP | - | √ | Bagian Organisasi, Inspektorat | APBD
        4. | Integrasi perencanaan | Integrasi aplikasi e-SAKIP | | √ | Dinkominfo | APBD
        Keterangan: | < | < | < | < | < | <
        √ = dilaksanakan | < | < | < | < | < | <
        """),
        *_END,
    ),
    """
    K|1.|Penyusunan pohon kinerja|2025=Semester I 50%, Semester II 100%|Bagian Organisasi
    K|2.|Pembahasan hasil evaluasi bersama pimpinan|2025=Semester I|Bappeda; Inspektorat
    K|3.|Asistensi penyusunan LKjIP|2025=Semester II|Bagian Organisasi; Inspektorat
    K|4.|Integrasi aplikasi e-SAKIP|2025=Semester II|Dinkominfo
    """,
    extra={"1": {"Rekomendasi": "Perbaikan pohon kinerja", "Sumber Dana": "APBD"}},
    left={"nomor kolom": 7, "catatan di bawah tabel": 2, "tanda tidak direncanakan": 1},
    targets={"1": {(2025, 2): 50, (2025, 4): 100}},
)

_SECTION = """
NO | KEGIATAN | TAHUN | < | < | PERANGKAT DAERAH
^ | ^ | 2025 | 2026 | 2027 | ^
"""
SECTIONS = Case(
    "one-table-per-section.docx",
    word(
        *_TITLE,
        "A. Kelembagaan",
        word_table(_SECTION + "a. | Penyusunan peta proses bisnis | TW I – TW II | Jan-Des | | Bagian Organisasi\n"
                   "b. | Reviu standar | 25% | 50% | 100% | Bagian Organisasi"),
        "B. Sumber daya",
        word_table(_SECTION + "a. | Pelatihan | Rp 25.000.000 | 3 | | BKD dan Dinkominfo\n"
                   "b. | Magang | | | x | BKD\nc. | Sertifikasi | – | X | X | BKD"),
        "C. Teknologi",
        word_table(_SECTION + "a. | Pengembangan aplikasi | ● | ● | | Dinkominfo"),
    ),
    """
    1|A.|Kelembagaan||
    K|a.|Penyusunan peta proses bisnis|2025=TW I – TW II; 2026=Jan-Des|Bagian Organisasi
    K|b.|Reviu standar|2025=25%; 2026=50%; 2027=100%|Bagian Organisasi
    1|B.|Sumber daya||
    K|a.|Pelatihan|2025=Rp 25.000.000; 2026=3|BKD; Dinkominfo
    K|b.|Magang|2027|BKD
    K|c.|Sertifikasi|2026; 2027|BKD
    1|C.|Teknologi||
    K|a.|Pengembangan aplikasi|2025; 2026|Dinkominfo
    """,
)  # fmt: skip

_ROAD_MAP = """
PROGRAM DAN KEGIATAN | Tahun ke- | < | < | < | < | INSTANSI PELAKSANA
^ | I | II | III | IV | V | ^
"""
UNNUMBERED = Case(
    "unnumbered-headings-and-indicators.docx",
    word(
        "ROAD MAP DAN RENCANA AKSI REFORMASI BIROKRASI TAHUN 2025–2029",
        word_table(
            _ROAD_MAP
            + """
            **#D9D9D9 PENGUATAN TATA KELOLA | < | < | < | < | < | <
            **Program Penataan Tata Laksana | | | | | |
            Penyederhanaan proses bisnis | V | V | | | | Bagian Organisasi
            Penerapan arsip digital | | V | V | V | V | Dinas Kearsipan dan Perpustakaan
            **Program Pengawasan | | | | | |
            Pembangunan zona integritas | V | V | V | V | V | Inspektorat
            """
            + "\n".join(_ROAD_MAP.strip().split("\n"))
            + """
            **#D9D9D9 PENGUATAN BUDAYA KERJA | < | < | < | < | < | <
            **Program Aparatur | | | | | |
            Internalisasi nilai dasar | v | v | v | - | - | BKD, seluruh OPD
            """
        ),
        "B. INDIKATOR",
        word_table("""
        NO | PROGRAM | INDIKATOR KEBERHASILAN
        1 | Penguatan tata kelola | - Indeks reformasi birokrasi~- Nilai SAKIP
        2 | Penguatan budaya kerja | Indeks BerAKHLAK
        """),
    ),
    """
    1||PENGUATAN TATA KELOLA||
    2||Program Penataan Tata Laksana||
    K||Penyederhanaan proses bisnis|2025; 2026|Bagian Organisasi
    K||Penerapan arsip digital|2026; 2027; 2028; 2029|Dinas Kearsipan dan Perpustakaan
    2||Program Pengawasan||
    K||Pembangunan zona integritas|2025; 2026; 2027; 2028; 2029|Inspektorat
    1||PENGUATAN BUDAYA KERJA||
    2||Program Aparatur||
    K||Internalisasi nilai dasar|2025; 2026; 2027|BKD; seluruh OPD
    """,
)

CASES = (KP, LETTERS, AUTOMATIC, LEVEL_COLUMNS, DOTTED, MATRIX, LISTS, FLAT, SECTIONS, UNNUMBERED)
