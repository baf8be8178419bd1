# ruff: noqa: E501 (tables read better with one row per line)
"""Further tables of the kinds that ministries and regencies publish, shorter than the thirty."""

from __future__ import annotations

from tests.decree.cases import Case
from tests.decree.paper import excel, from_word, word, word_table

CASES = (
    Case(
        "sakip.docx",
        word(
            "RENCANA AKSI KINERJA TAHUN 2025",
            word_table("""
        No | Sasaran Strategis | Indikator Kinerja | Target | Program | Kegiatan | Anggaran | Target Triwulan | < | < | < | Penanggung Jawab
        ^ | ^ | ^ | ^ | ^ | ^ | ^ | I | II | III | IV | ^
        1 | Meningkatnya kualitas layanan | Indeks SKM | 85 | Program Pelayanan | Survei kepuasan masyarakat | 50.000.000 | 0 | 40 | 60 | 85 | Bagian Organisasi
        ^ | ^ | ^ | ^ | ^ | Forum konsultasi publik | 25.000.000 | - | 1 | - | 1 | Bagian Organisasi
        2 | Meningkatnya akuntabilitas | Nilai SAKIP | BB | Program Penunjang | Penyusunan laporan kinerja | 30.000.000 | 25% | 50% | 75% | 100% | Bagian Organisasi dan Bappeda
        """),
        ),
        """
        1|1|Meningkatnya kualitas layanan||
        2||Program Pelayanan||
        K||Survei kepuasan masyarakat|2025=TW II 40, TW III 60, TW IV 85|Bagian Organisasi
        K||Forum konsultasi publik|2025=TW II 1, TW IV 1|Bagian Organisasi
        1|2|Meningkatnya akuntabilitas||
        2||Program Penunjang||
        K||Penyusunan laporan kinerja|2025=TW I 25%, TW II 50%, TW III 75%, TW IV 100%|Bagian Organisasi; Bappeda
        """,
    ),
    Case(
        "ranham.docx",
        word(
            "RENCANA AKSI DAERAH HAK ASASI MANUSIA TAHUN 2025",
            word_table("""
        NO | AKSI HAM | KRITERIA KEBERHASILAN | DATA DUKUNG | UKURAN KEBERHASILAN | < | < | PENANGGUNG JAWAB | INSTANSI TERKAIT
        ^ | ^ | ^ | ^ | B04 | B08 | B12 | ^ | ^
        A | HAK PEREMPUAN | < | < | < | < | < | < | <
        1. | Penyediaan layanan pengaduan | Tersedianya layanan | Laporan | Rapat | Laporan antara | Laporan akhir | Dinsos PPPA | Polres
        2. | Pendampingan korban | Terlaksananya pendampingan | Foto | √ | √ | √ | Dinsos PPPA | Kejaksaan Negeri
        B | HAK ANAK | < | < | < | < | < | < | <
        1. | Penyelenggaraan forum anak | Forum | Foto | | √ | | Dinsos PPPA | Dindikpora, Kemenag
        """),
        ),
        """
        1|A|HAK PEREMPUAN||
        K|1.|Penyediaan layanan pengaduan|2025=B04 Rapat, B08 Laporan antara, B12 Laporan akhir|Dinsos PPPA
        K|2.|Pendampingan korban|2025=B04, B08, B12|Dinsos PPPA
        1|B|HAK ANAK||
        K|1.|Penyelenggaraan forum anak|2025=B08|Dinsos PPPA
        """,
    ),
    Case(
        "raddana.xlsx",
        excel(
            Lembar1="""
        RENCANA AKSI DAERAH PANGAN DAN GIZI
        No | Uraian | Satuan | Baseline 2024 | Target | < | < | Lokasi | Perangkat Daerah | Sumber Dana | Indikasi Pendanaan (juta Rp) | < | <
        ^ | ^ | ^ | ^ | 2025 | 2026 | 2027 | ^ | ^ | ^ | 2025 | 2026 | 2027
        TUJUAN 1: PERBAIKAN GIZI | < | < | < | < | < | < | < | < | < | < | < | <
        1.1 | Pemberian PMT | orang | 100 | 150 | 200 | 250 | Desa | Dinkes | APBD | 100 | 120 | 140
        1.2 | Pelatihan kader | orang | 50 | 60 | - | 80 | Kecamatan | Dinkes | BOK | 20 | - | 25
        TUJUAN 2: KETERSEDIAAN PANGAN | < | < | < | < | < | < | < | < | < | < | < | <
        2.1 | Lumbung pangan | unit | 3 | 4 | 5 | 6 | Desa | Distankan KP | DAK | 500 | 500 | 500
        """
        ),
        """
        1|TUJUAN 1|PERBAIKAN GIZI||
        K|1.1|Pemberian PMT|2025; 2026; 2027|Dinkes
        K|1.2|Pelatihan kader|2025; 2027|Dinkes
        1|TUJUAN 2|KETERSEDIAAN PANGAN||
        K|2.1|Lumbung pangan|2025; 2026; 2027|Distankan KP
        """,
    ),
    Case(
        "weeks.docx",
        word(
            "RENCANA AKSI TAHUN 2025",
            word_table("""
        No | Kegiatan | Maret | < | < | < | April | < | < | < | Pelaksana
        ^ | ^ | 1 | 2 | 3 | 4 | 1 | 2 | 3 | 4 | ^
        1 | Rapat persiapan | #FFFF00 | #FFFF00 | | | | | | | Setda
        2 | Pelaksanaan | | | #FFFF00 | #FFFF00 | #FFFF00 | | | | Setda
        3 | Pelaporan | | | | | | | #FFFF00 | #FFFF00 | Setda
        """),
        ),
        """
        K|1|Rapat persiapan|2025=Maret|Setda
        K|2|Pelaksanaan|2025=Maret, April|Setda
        K|3|Pelaporan|2025=April|Setda
        """,
    ),
    Case(
        "merged-agency.docx",
        word(
            "RENCANA AKSI 2025-2026",
            word_table("""
        No. | Kegiatan | Waktu | Penanggung Jawab
        I. | Persiapan | |
        1. | Pembentukan tim | 2025 | Bagian Organisasi
        2. | Penyusunan jadwal | 2025 | ^
        II. | Pelaksanaan | |
        1. | Pendataan | 2026 | Dinkominfo
        2. | Pengolahan | ^ | ^
        3. | Penyajian | ^ | Bappeda
        """),
        ),
        """
        1|I.|Persiapan||
        K|1.|Pembentukan tim|2025|Bagian Organisasi
        K|2.|Penyusunan jadwal|2025|Bagian Organisasi
        1|II.|Pelaksanaan||
        K|1.|Pendataan|2026|Dinkominfo
        K|2.|Pengolahan|2026|Dinkominfo
        K|3.|Penyajian|2026|Bappeda
        """,
    ),
    Case(
        "heading-agency.docx",
        word(
            "RENCANA AKSI 2025",
            word_table("""
        No. | Program / Kegiatan | 2025 | PD Penanggung Jawab
        1 | Program Pengelolaan Data | | Dinkominfo
        1.1 | Pendataan | X |
        1.2 | Pengolahan | X |
        2 | Program Statistik | | Bappeda
        2.1 | Publikasi | X |
        """),
        ),
        """
        1|1|Program Pengelolaan Data||
        K|1.1|Pendataan|2025|Dinkominfo
        K|1.2|Pengolahan|2025|Dinkominfo
        1|2|Program Statistik||
        K|2.1|Publikasi|2025|Bappeda
        """,
    ),
    Case(
        "continue.docx",
        word(
            "RENCANA AKSI",
            word_table("""
        No. | Rencana Aksi | 2025 | 2026 | PIHAK TERLIBAT
        A | KELEMBAGAAN | | |
        1 | Penyusunan A | X | | Bappeda
        2 | Penyusunan B | X | | Bappeda
        B | SDM | | |
        3 | Pelatihan C | | X | BKD
        4 | Pelatihan D yang dilaksanakan oleh | | X | BKD
         | seluruh pejabat penghubung | | |
        C | DATA | | |
        5 | Integrasi E | | X | Dinkominfo
        D | PENUTUP | | |
        6 | Pelaporan | | X | Dinkominfo
        """),
        ),
        """
        1|A|KELEMBAGAAN||
        K|1|Penyusunan A|2025|Bappeda
        K|2|Penyusunan B|2025|Bappeda
        1|B|SDM||
        K|3|Pelatihan C|2026|BKD
        K|4|Pelatihan D yang dilaksanakan oleh seluruh pejabat penghubung|2026|BKD
        1|C|DATA||
        K|5|Integrasi E|2026|Dinkominfo
        1|D|PENUTUP||
        K|6|Pelaporan|2026|Dinkominfo
        """,
    ),
    Case(
        "bold-kegiatan.docx",
        word(
            "RENCANA AKSI",
            word_table("""
        NO | PROGRAM/ KEGIATAN/ SUB KEGIATAN | TAHUN 2025 | TAHUN 2026 | PELAKSANA
        **1. | **Program Informasi | | |
         | **Kegiatan Pengelolaan Informasi | | |
         | Monitoring opini publik | √ | √ | Dinkominfo
         | Layanan hubungan media | √ | | Dinkominfo
         | **Kegiatan Aplikasi | | |
         | Pengembangan aplikasi | | √ | Dinkominfo
        **2. | **Program Pengawasan | | |
         | **Kegiatan Pengawasan Internal | | |
         | Audit kinerja | √ | √ | Inspektorat
        """),
        ),
        """
        1|1.|Program Informasi||
        2||Kegiatan Pengelolaan Informasi||
        K||Monitoring opini publik|2025; 2026|Dinkominfo
        K||Layanan hubungan media|2025|Dinkominfo
        2||Kegiatan Aplikasi||
        K||Pengembangan aplikasi|2026|Dinkominfo
        1|2.|Program Pengawasan||
        2||Kegiatan Pengawasan Internal||
        K||Audit kinerja|2025; 2026|Inspektorat
        """,
    ),
    Case(
        "kpblock.xlsx",
        excel(
            Lembar1="""
        NO | KELOMPOK PROGRAM | PROGRAM | KEGIATAN | 2025 | 2026 | PIHAK TERLIBAT
        KP I | PENGUATAN KELEMBAGAAN | I.1 PROGRAM ORGANISASI | I.1.a Reviu perbup | X | | BAGIAN ORGANISASI
         | | | I.1.b Evaluasi | X | X | BAGIAN ORGANISASI
         | | I.2 PROGRAM HUKUM | I.2.a Penyusunan perda | | X | BAGIAN HUKUM
        KP II | PENGUATAN SDM | II.1 PROGRAM APARATUR | II.1.a Bimtek | X | X | BKD
        """
        ),
        """
        1|KP I|PENGUATAN KELEMBAGAAN||
        2|I.1|PROGRAM ORGANISASI||
        K|I.1.a|Reviu perbup|2025|BAGIAN ORGANISASI
        K|I.1.b|Evaluasi|2025; 2026|BAGIAN ORGANISASI
        2|I.2|PROGRAM HUKUM||
        K|I.2.a|Penyusunan perda|2026|BAGIAN HUKUM
        1|KP II|PENGUATAN SDM||
        2|II.1|PROGRAM APARATUR||
        K|II.1.a|Bimtek|2025; 2026|BKD
        """,
    ),
    Case(
        "gantt-word.txt",
        from_word("""
        No | Uraian Kegiatan | Tahun 2025 | < | < | < | Tahun 2026 | < | < | < | Penanggung Jawab
        ^ | ^ | I | II | III | IV | I | II | III | IV | ^
        A | Persiapan | | | | | | | | |
        1 | Rapat awal | x | | | | | | | | Bappeda
        2 | Penyusunan KAK | | x | x | | | | | | Bappeda, Dinkominfo
        B | Pelaksanaan | | | | | | | | |
        1 | Pengadaan | | | | x | x | x | | | ULP
        """),
        """
        1|A|Persiapan||
        K|1|Rapat awal|2025=TW I|Bappeda
        K|2|Penyusunan KAK|2025=TW II, TW III|Bappeda; Dinkominfo
        1|B|Pelaksanaan||
        K|1|Pengadaan|2025=TW IV; 2026=TW I, TW II|ULP
        """,
    ),
    Case(
        "roman-small.docx",
        word(
            "RENCANA AKSI 2025",
            word_table("""
        NO | URAIAN | 2025 | PIHAK TERLIBAT
        I | Bidang Tata Kelola | |
        A | Sub Tata Kelola Umum | |
        1 | Aspek kebijakan | |
        a | Penyusunan perbup | X | Bagian Hukum
        b | Sosialisasi perbup | X | Bagian Hukum
        c | Evaluasi perbup | X | Bagian Hukum
        2 | Aspek SDM | |
        a | Pelatihan | X | BKD
        B | Sub Pengawasan | |
        1 | Aspek audit | |
        a | Audit | X | Inspektorat
        II | Bidang Layanan | |
        A | Sub Loket | |
        1 | Aspek sarana | |
        a | Pengadaan kursi | X | Setda
        """),
        ),
        """
        1|I|Bidang Tata Kelola||
        2|A|Sub Tata Kelola Umum||
        3|1|Aspek kebijakan||
        K|a|Penyusunan perbup|2025|Bagian Hukum
        K|b|Sosialisasi perbup|2025|Bagian Hukum
        K|c|Evaluasi perbup|2025|Bagian Hukum
        3|2|Aspek SDM||
        K|a|Pelatihan|2025|BKD
        2|B|Sub Pengawasan||
        3|1|Aspek audit||
        K|a|Audit|2025|Inspektorat
        1|II|Bidang Layanan||
        2|A|Sub Loket||
        3|1|Aspek sarana||
        K|a|Pengadaan kursi|2025|Setda
        """,
    ),
    Case(
        "colrole.xlsx",
        excel(
            Lembar1="""
        No | Tujuan | Sasaran | Strategi | Program | Kegiatan | Indikator | Target 2025 | Target 2026 | Pagu 2025 | Pagu 2026 | PD
        1 | Terwujudnya A | Sasaran A | Strategi A | Program A | Kegiatan A1 | Ind | 10 | 20 | 1.000.000 | 2.000.000 | Dinkes
         | | | | | Kegiatan A2 | Ind | 5% | 10% | 3.000.000 | 4.000.000 | Dinkes
        2 | Terwujudnya B | Sasaran B | Strategi B | Program B | Kegiatan B1 | Ind | 1 | 2 | 5.000.000 | | Dinsos
        """
        ),
        """
        1|1|Sasaran A||
        2||Strategi A||
        3||Program A||
        K||Kegiatan A1|2025; 2026|Dinkes
        K||Kegiatan A2|2025; 2026|Dinkes
        1|2|Sasaran B||
        2||Strategi B||
        3||Program B||
        K||Kegiatan B1|2025; 2026|Dinsos
        """,
    ),
    Case(
        "opd-seluruh.docx",
        word(
            "RENCANA AKSI 2025",
            word_table("""
        NO | RENCANA AKSI | TARGET WAKTU | PENANGGUNG JAWAB UTAMA | INSTANSI TERKAIT
        1 | Menyusun SOP | Maret 2025 | Bagian Organisasi Setda | Seluruh OPD dan Kecamatan
        2 | Menerapkan SOP | April s.d. Desember 2025 | Seluruh Perangkat Daerah | -
        3 | Melaporkan | Setiap triwulan | Kepala Dinas Komunikasi dan Informatika | Inspektur
        4 | Mengevaluasi | Minggu ke-4 Desember 2025 | Sekretaris Daerah c.q. Kepala Bagian Organisasi | Para Camat
        5 | Menindaklanjuti | Triwulan IV Tahun 2025 | Dinas PUPR, Dinas Perhubungan, Dinas Perumahan dan Kawasan Permukiman, serta Bappeda | Kejaksaan Negeri, Polres, dan BPS
        """),
        ),
        """
        K|1|Menyusun SOP|2025=Maret 2025|Bagian Organisasi Setda
        K|2|Menerapkan SOP|2025=April s.d. Desember 2025|Seluruh Perangkat Daerah
        K|3|Melaporkan|2025=Setiap triwulan|Kepala Dinas Komunikasi dan Informatika
        K|4|Mengevaluasi|2025=Minggu ke-4 Desember 2025|Sekretaris Daerah c.q. Kepala Bagian Organisasi
        K|5|Menindaklanjuti|2025=Triwulan IV Tahun 2025|Dinas PUPR; Dinas Perhubungan; Dinas Perumahan dan Kawasan Permukiman; Bappeda
        """,
    ),
    Case(
        "kepala-panjang.docx",
        word(
            "RENCANA AKSI",
            word_table("""
        No. | Uraian Program dan Kegiatan Pengelolaan Pengaduan Pelayanan Publik di Lingkungan Pemerintah Kabupaten | Waktu Pelaksanaan Kegiatan | < | Pihak yang Terlibat dalam Pelaksanaan Kegiatan
        ^ | ^ | Tahun 2025 | Tahun 2026 | ^
        A. | Penguatan Regulasi | | |
        1. | Penyusunan Peraturan Bupati | X | | Bag. Hukum & Bag. Organisasi
        2. | Penyusunan SK | X | X | Bag. Organisasi / Dinkominfo
        """),
        ),
        """
        1|A.|Penguatan Regulasi||
        K|1.|Penyusunan Peraturan Bupati|2025|Bag. Hukum; Bag. Organisasi
        K|2.|Penyusunan SK|2025; 2026|Bag. Organisasi; Dinkominfo
        """,
    ),
    Case(
        "krp.docx",
        word(
            "RENCANA AKSI",
            word_table("""
        NO | BIDANG URUSAN / PROGRAM | INDIKATOR KINERJA | TARGET KINERJA DAN KERANGKA PENDANAAN | < | < | < | PERANGKAT DAERAH PENANGGUNG JAWAB
        ^ | ^ | ^ | 2025 | < | 2026 | < | ^
        ^ | ^ | ^ | K | Rp. (juta) | K | Rp. (juta) | ^
        (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)
        1 | URUSAN PENDIDIKAN | | | | | |
        1.01 | Program Pengelolaan Pendidikan | APK PAUD | 80% | 1.200 | 85% | 1.300 | Dinas Pendidikan, Pemuda dan Olahraga
        1.02 | Program Kurikulum | Persentase sekolah | 70% | 300 | 75% | 350 | Dinas Pendidikan, Pemuda dan Olahraga
        2 | URUSAN KESEHATAN | | | | | |
        2.01 | Program Upaya Kesehatan | AKI | 90 | 2.000 | 85 | 2.500 | Dinas Kesehatan
        """),
        ),
        """
        1|1|URUSAN PENDIDIKAN||
        K|1.01|Program Pengelolaan Pendidikan|2025; 2026|Dinas Pendidikan, Pemuda dan Olahraga
        K|1.02|Program Kurikulum|2025; 2026|Dinas Pendidikan, Pemuda dan Olahraga
        1|2|URUSAN KESEHATAN||
        K|2.01|Program Upaya Kesehatan|2025; 2026|Dinas Kesehatan
        """,
    ),
    Case(
        "strat.docx",
        word(
            "RENCANA AKSI SP4N-LAPOR! TAHUN 2025-2029",
            word_table("""
        STRATEGI | KEGIATAN | INDIKATOR | TAHUN PELAKSANAAN | < | < | < | < | PENANGGUNG JAWAB | PIHAK TERKAIT
        ^ | ^ | ^ | 2025 | 2026 | 2027 | 2028 | 2029 | ^ | ^
        Strategi 1: Penguatan Kelembagaan | 1.1 Menyusun peraturan tata kelola | Tersedianya Perbup | X | | | | | Bagian Organisasi | Bagian Hukum
        ^ | 1.2 Menetapkan tim koordinasi | SK Tim | X | X | X | X | X | Dinkominfo | OPD
        Strategi 2: Penguatan SDM | 2.1 Melaksanakan bimtek | Jumlah peserta | | X | | X | | Dinkominfo | BKD
        ^ | 2.2 Melaksanakan benchmarking | Laporan | | | X | | | Dinkominfo | -
        """),
        ),
        """
        1|Strategi 1|Penguatan Kelembagaan||
        K|1.1|Menyusun peraturan tata kelola|2025|Bagian Organisasi
        K|1.2|Menetapkan tim koordinasi|2025; 2026; 2027; 2028; 2029|Dinkominfo
        1|Strategi 2|Penguatan SDM||
        K|2.1|Melaksanakan bimtek|2026; 2028|Dinkominfo
        K|2.2|Melaksanakan benchmarking|2027|Dinkominfo
        """,
    ),
    Case(
        "merge2.docx",
        word(
            "RENCANA AKSI 2025",
            word_table("""
        No | Kegiatan | Output | Waktu | Penanggung Jawab
        1 | Penyusunan SOP | Draf SOP | Jan 2025 | Dinkominfo
        ^ | ^ | SOP ditetapkan | Mar 2025 | Bagian Hukum
        2 | Sosialisasi | Undangan | April 2025 | Dinkominfo
        ^ | ^ | Laporan | Mei 2025 | ^
        """),
        ),
        """
        K|1|Penyusunan SOP|2025=Jan 2025, Mar 2025|Dinkominfo; Bagian Hukum
        K|2|Sosialisasi|2025=April 2025, Mei 2025|Dinkominfo
        """,
    ),
    Case(
        "caps.docx",
        word(
            "RENCANA AKSI",
            word_table("""
        NO. | PROGRAM/KEGIATAN | 2025 | 2026 | PENANGGUNG JAWAB
         | MISI 1 : MEWUJUDKAN TATA KELOLA | | |
         | Tujuan 1.1 Tata kelola yang baik | | |
        1 | Penyusunan A | V | | Bappeda
        2 | Penyusunan B | V | V | Bappeda
         | Tujuan 1.2 Layanan yang baik | | |
        3 | Penyusunan C | | V | Bappeda
         | MISI 2 : MEWUJUDKAN SDM | | |
         | Tujuan 2.1 SDM | | |
        4 | Penyusunan D | | V | BKD
        """),
        ),
        """
        1|MISI 1|MEWUJUDKAN TATA KELOLA||
        2|Tujuan 1.1|Tata kelola yang baik||
        K|1|Penyusunan A|2025|Bappeda
        K|2|Penyusunan B|2025; 2026|Bappeda
        2|Tujuan 1.2|Layanan yang baik||
        K|3|Penyusunan C|2026|Bappeda
        1|MISI 2|MEWUJUDKAN SDM||
        2|Tujuan 2.1|SDM||
        K|4|Penyusunan D|2026|BKD
        """,
    ),
    Case(
        "sig.docx",
        word(
            "RENCANA AKSI",
            word_table("""
        NO | RENCANA AKSI | WAKTU | PJ
        1 | Rapat | 2025 | Bappeda
        2 | Uji | 2025 | Dinkes
        Banjarnegara,      Maret 2025 | < | < | <
         | | BUPATI BANJARNEGARA | <
         | | NAMA BUPATI | <
        """),
        ),
        """
        K|1|Rapat|2025|Bappeda
        K|2|Uji|2025|Dinkes
        """,
    ),
    Case(
        "pj-bidang.xlsx",
        excel(
            Sheet1="""
        RENCANA TINDAK LANJUT HASIL SURVEI KEPUASAN MASYARAKAT TAHUN 2025 | < | < | < | < | < | < | <
        No. | Prioritas Unsur | Program / Kegiatan | Waktu | < | < | < | Penanggung Jawab
        ^ | ^ | ^ | TW I | TW II | TW III | TW IV | ^
        1 | Waktu Penyelesaian | Penyederhanaan SOP pelayanan | √ | √ | | | Kabid Pelayanan Pendaftaran Penduduk
        ^ | ^ | Penambahan loket | | √ | √ | | Sekretaris
        2 | Sarana dan Prasarana | Pengadaan kursi tunggu | | | √ | √ | Kasubbag Umum dan Kepegawaian
        ^ | ^ | Publikasi tarif | √ | | | | Kasi Data, Informasi, dan Promosi
        3 | Pengaduan | Pelatihan petugas | √ | | | | Ka. Subbag Umum, Kabid PIAK
        """
        ),
        """
        1|1|Waktu Penyelesaian||
        K||Penyederhanaan SOP pelayanan|2025=TW I, TW II|Kabid Pelayanan Pendaftaran Penduduk
        K||Penambahan loket|2025=TW II, TW III|Sekretaris
        1|2|Sarana dan Prasarana||
        K||Pengadaan kursi tunggu|2025=TW III, TW IV|Kasubbag Umum dan Kepegawaian
        K||Publikasi tarif|2025=TW I|Kasi Data, Informasi, dan Promosi
        1|3|Pengaduan||
        K||Pelatihan petugas|2025=TW I|Ka. Subbag Umum; Kabid PIAK
        """,
    ),
    Case(
        "sub-aksi.xlsx",
        excel(
            Aksi="""
        RENCANA AKSI PENCEGAHAN KORUPSI TAHUN 2025-2026
        No | Aksi | Sub Aksi | Output | Target | < | < | < | Penanggung Jawab
        ^ | ^ | ^ | ^ | 2025 | < | 2026 | < | ^
        ^ | ^ | ^ | ^ | B06 | B12 | B06 | B12 | ^
        1 | Transparansi pengadaan | Publikasi RUP | RUP terbit | 100% | | 100% | | Bagian PBJ
        ^ | ^ | Penerapan e-katalog | Transaksi | | 40% | | 60% | Bagian PBJ
        2 | Penguatan APIP | Pemenuhan auditor | Auditor | | 10 | | 15 | Inspektorat, BKPSDM
        """
        ),
        """
        1|1|Transparansi pengadaan||
        K||Publikasi RUP|2025=B06 100%; 2026=B06 100%|Bagian PBJ
        K||Penerapan e-katalog|2025=B12 40%; 2026=B12 60%|Bagian PBJ
        1|2|Penguatan APIP||
        K||Pemenuhan auditor|2025=B12 10; 2026=B12 15|Inspektorat; BKPSDM
        """,
    ),
    Case(
        "a-mark-for-each-line.docx",
        word(
            "RENCANA AKSI TAHUN 2025 DAN 2026",
            word_table("""
        NO | KEGIATAN | 2025 | 2026 | PIHAK TERLIBAT
        1 | a. Menyusun SOP~b. Menyosialisasikan SOP~c. Mengevaluasi SOP | X~X~- | -~X~X | Bagian Organisasi
        2 | 1) Melatih admin~2) Menguji admin | X~- | -~X | Dinkominfo
        3 | Rapat koordinasi | X | X | Bagian Organisasi & Dinkominfo
        """),
        ),
        """
        K|a.|Menyusun SOP|2025|Bagian Organisasi
        K|b.|Menyosialisasikan SOP|2025; 2026|Bagian Organisasi
        K|c.|Mengevaluasi SOP|2026|Bagian Organisasi
        K|1)|Melatih admin|2025|Dinkominfo
        K|2)|Menguji admin|2026|Dinkominfo
        K|3|Rapat koordinasi|2025; 2026|Bagian Organisasi; Dinkominfo
        """,
    ),
    Case(
        "offices-as-remarks.docx",
        word(
            "RENCANA AKSI TAHUN 2026",
            word_table("""
        No | Uraian | Jan | Feb | Mar | Apr | Mei | Jun | Jul | Ags | Sep | Okt | Nov | Des | Ket
        1 | Persiapan | | | | | | | | | | | | |
         | 1) Pembentukan tim | X | | | | | | | | | | | | Dinkominfo
         | 2) Rapat koordinasi | X | | | X | | | | | | | | | Dinkominfo
        2 | Pelaksanaan | | | | | | | | | | | | |
         | 1) Sosialisasi | | | X | X | | | | | | | | | Dinkominfo, Kecamatan
        """),
        ),
        """
        1|1|Persiapan||
        K|1)|Pembentukan tim|2026=Jan|Dinkominfo
        K|2)|Rapat koordinasi|2026=Jan, Apr|Dinkominfo
        1|2|Pelaksanaan||
        K|1)|Sosialisasi|2026=Mar, Apr|Dinkominfo; Kecamatan
        """,
    ),
)
