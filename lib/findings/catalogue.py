"""The catalogue of findings: every code, its severity and its words, in one place.

`docs/temuan.md` is generated from it, and a test triggers every code.
"""

from __future__ import annotations

from lib.findings.finding import Entry, Severity

ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

# --- The file as a whole (gate) -------------------------------------------------------------

_WORKBOOK = "Buku kerja Excel (.xlsx)."
_SAVE_AS = "Buka di Excel, pilih Simpan Sebagai > Excel Workbook (.xlsx), lalu unggah lagi."
_FRESH = "Unduh buku kerja dari halaman Unggah, isi di dalamnya, simpan, lalu unggah lagi."
_COPY = (
    "Unduh buku kerja baru dari halaman Unggah, salin isian Anda ke sana "
    "(Tempel Khusus > Nilai), simpan, lalu unggah lagi."
)
_OR_COPY = f"Atau: {_COPY[0].lower()}{_COPY[1:]}"


def _refusal(
    code: str, title: str, seen: str, advice: str, example: str, expected: str = _WORKBOOK
) -> Entry:
    return Entry(code, ERROR, title, seen, expected, advice, example)


FILE_EMPTY = _refusal(
    "file-empty",
    "Berkas kosong",
    "Berkas ini kosong (0 byte).",
    "Pastikan buku kerja tersimpan utuh: buka di Excel, simpan, tutup, lalu unggah lagi.",
    "Penyalinan atau pengunduhan terputus sebelum isinya tertulis.",
)
FILE_LARGE = _refusal(
    "file-large",
    "Berkas terlalu besar",
    "Berkas ini lebih dari {limit} MB ({size} MB).",
    "Hapus gambar dan lembar tambahan, simpan, lalu unggah lagi. " + _OR_COPY,
    "Foto bukti dukung ditempelkan ke dalam buku kerja.",
    "Paling besar {limit} MB; bukti dukung cukup berupa tautan.",
)
FILE_LOCK = _refusal(
    "file-lock",
    "Berkas kunci, bukan buku kerja",
    "{name} adalah berkas kunci yang dibuat selagi buku kerja terbuka, bukan buku kerjanya.",
    "Simpan dan tutup buku kerja, lalu unggah berkas dengan nama tanpa awalan itu.",
    "Berkas ~$… ikut terpilih saat mengunggah.",
)
FILE_XLS = _refusal(
    "file-xls",
    "Excel lama (.xls)",
    "Berkas ini buku kerja Excel lama (.xls).",
    _SAVE_AS,
    "Disimpan dengan jenis Excel 97-2003.",
)
FILE_XLSB = _refusal(
    "file-xlsb",
    "Excel biner (.xlsb)",
    "Berkas ini buku kerja Excel biner (.xlsb).",
    _SAVE_AS,
    "Disimpan dengan jenis Excel Binary Workbook.",
)
FILE_MACRO = _refusal(
    "file-macro",
    "Buku kerja dengan makro",
    "Berkas ini memuat makro (.xlsm).",
    "Buka di Excel, pilih Simpan Sebagai > Excel Workbook (.xlsx), setujui penghapusan makro, "
    "lalu unggah lagi.",
    "Disimpan dengan jenis Excel Macro-Enabled Workbook.",
    "Buku kerja Excel (.xlsx) tanpa makro.",
)
FILE_STRICT = _refusal(
    "file-strict",
    "Jenis Strict Open XML",
    "Berkas ini disimpan dengan jenis Strict Open XML Spreadsheet, yang tidak dapat dibaca.",
    "Buka di Excel, pilih Simpan Sebagai > Excel Workbook (.xlsx), bukan Strict Open XML, "
    "lalu unggah lagi.",
    "Pilihan Strict Open XML Spreadsheet terpilih saat menyimpan.",
)
FILE_PASSWORD = _refusal(
    "file-password",
    "Dikunci kata sandi",
    "Berkas ini{kind} dikunci dengan kata sandi sehingga isinya tidak dapat dibaca.",
    "Buka di Excel dengan kata sandinya, pilih File > Info > Proteksi Buku Kerja > Enkripsi "
    "dengan Kata Sandi, kosongkan, lalu pilih Simpan Sebagai > Excel Workbook (.xlsx) dan unggah "
    "hasilnya.",
    "Berkas disimpan dengan kata sandi pembuka.",
    "Buku kerja Excel (.xlsx) tanpa kata sandi pembuka.",
)
FILE_ODS = _refusal(
    "file-ods",
    "Berkas OpenDocument",
    "Berkas ini {kind}.",
    "Buka di LibreOffice, pilih Simpan Sebagai > Excel 2007-365 (.xlsx), lalu unggah lagi.",
    "LibreOffice menyimpan dengan jenisnya sendiri.",
)
FILE_NUMBERS = _refusal(
    "file-numbers",
    "Berkas Numbers",
    "Berkas ini berkas Apple Numbers.",
    "Buka di Numbers, pilih File > Ekspor Ke > Excel (.xlsx), lalu unggah hasilnya.",
    "Disimpan di Mac atau iPad tanpa diekspor.",
)
FILE_CSV = _refusal(
    "file-csv",
    "Berkas CSV",
    "Berkas ini tabel teks (CSV), tanpa lembar dan format.",
    _FRESH,
    "Satu lembar disimpan sebagai CSV.",
)
FILE_HTML = _refusal(
    "file-html",
    "Halaman web",
    "Berkas ini halaman web (HTML), bukan buku kerja.",
    "Bila memuat tabel: buka di Excel, pilih Simpan Sebagai > Excel Workbook (.xlsx), "
    "lalu unggah lagi. Bila hasil unduhan: masuk dahulu, lalu unduh ulang buku kerjanya.",
    "Aplikasi lain mengekspor tabel HTML dengan nama .xls, atau yang terunduh halaman masuk.",
)
FILE_XML = _refusal(
    "file-xml",
    "Berkas XML",
    "Berkas ini {kind}, bukan buku kerja .xlsx.",
    _SAVE_AS,
    "Disimpan dengan jenis XML Spreadsheet 2003.",
)
FILE_PDF = _refusal(
    "file-pdf",
    "Berkas PDF",
    "Berkas ini dokumen PDF.",
    _FRESH,
    "Hasil cetak atau pindaian diunggah, bukan buku kerjanya.",
)
FILE_IMAGE = _refusal(
    "file-image",
    "Gambar",
    "Berkas ini gambar ({kind}).",
    _FRESH,
    "Foto atau tangkapan layar diunggah, bukan buku kerjanya.",
)
FILE_DOCUMENT = _refusal(
    "file-document",
    "Dokumen lain",
    "Berkas ini {kind}, bukan buku kerja Excel.",
    _FRESH,
    "Dokumen Word atau PowerPoint terpilih, atau namanya diganti menjadi .xlsx.",
)
FILE_ARCHIVE = _refusal(
    "file-archive",
    "Arsip",
    "Berkas ini {kind}.",
    "Ekstrak arsipnya dahulu, lalu unggah buku kerja .xlsx di dalamnya.",
    "Buku kerja dikirim dalam bentuk ZIP atau RAR.",
)
FILE_TEXT = _refusal(
    "file-text",
    "Berkas teks",
    "Berkas ini teks biasa.",
    _FRESH,
    "Catatan teks diberi nama .xlsx.",
)
FILE_UNKNOWN = _refusal(
    "file-unknown",
    "Jenis berkas tidak dikenal",
    "Isi berkas ini tidak dikenali sebagai buku kerja Excel.",
    "Periksa apakah berkas dapat dibuka di Excel. Bila dapat, pilih Simpan Sebagai > "
    "Excel Workbook (.xlsx), lalu unggah lagi; bila tidak, unduh ulang dari halaman Unggah.",
    "Berkas jenis lain diberi nama .xlsx.",
)
FILE_UNREADABLE = _refusal(
    "file-unreadable",
    "Isi tidak dapat dibaca",
    "Berkas ini buku kerja .xlsx, tetapi susunan di dalamnya tidak dapat dibaca.",
    _SAVE_AS,
    "Disimpan oleh program yang tidak menyimpan seperti Excel.",
)
ZIP_BROKEN = _refusal(
    "zip-broken",
    "Berkas rusak",
    "Berkas ini terpotong atau rusak: {reason}.",
    "Buka di Excel; bila Excel menawarkan perbaikan, setujui, simpan dengan nama baru, lalu "
    "unggah lagi. Bila tidak terbuka, salin atau unduh ulang berkasnya.",
    "Penyalinan, pengiriman, atau pengunduhan terputus di tengah jalan.",
    "Buku kerja Excel (.xlsx) yang utuh.",
)
ZIP_ENTRIES = _refusal(
    "zip-entries",
    "Terlalu banyak bagian",
    "Berkas ini berisi {count} bagian di dalamnya.",
    _COPY,
    "Bukan keluaran Excel yang wajar.",
    "Paling banyak {limit} bagian.",
)
ZIP_EXPANSION = _refusal(
    "zip-expansion",
    "Mengembang terlalu besar",
    "Berkas {size} MB ini mengembang menjadi lebih dari {limit} MB saat dibuka.",
    _COPY,
    "Format diterapkan pada jutaan sel kosong, atau berkas sengaja dibuat untuk mengganggu.",
    "Isi paling besar {limit} MB setelah dikembangkan.",
)
ZIP_DUPLICATE = _refusal(
    "zip-duplicate",
    "Bagian ganda",
    "Bagian {part} ada dua kali di dalam berkas ini.",
    _SAVE_AS,
    "Berkas diubah oleh program yang tidak menyimpan seperti Excel.",
    "Setiap bagian hanya sekali.",
)
ZIP_PATH = _refusal(
    "zip-path",
    "Nama bagian tidak wajar",
    "Berkas ini memuat bagian bernama tidak wajar: {part}.",
    _SAVE_AS,
    "Berkas disusun untuk menulis di luar tempatnya.",
    "Nama bagian seperti yang ditulis Excel.",
)
WORKBOOK_MISSING = _refusal(
    "workbook-missing",
    "Bagian buku kerja hilang",
    "Berkas ini bersusunan Excel, tetapi {reason}.",
    "Buka di Excel; bila terbuka, pilih Simpan Sebagai > Excel Workbook (.xlsx) dan unggah "
    "hasilnya. Bila tidak, unduh ulang dari halaman Unggah.",
    "Isi berkas diubah atau hilang sebagian.",
    "Buku kerja Excel (.xlsx) yang utuh.",
)
XML_BROKEN = _refusal(
    "xml-broken",
    "Isi rusak",
    "Isi berkas ini rusak ({part}: {reason}).",
    "Buka di Excel; bila Excel menawarkan perbaikan, setujui, simpan dengan nama baru, lalu "
    "unggah lagi.",
    "Berkas diubah oleh program lain, atau rusak saat disalin.",
    "Isi yang dapat dibaca utuh.",
)
XML_DOCTYPE = _refusal(
    "xml-doctype",
    "Perintah tersembunyi",
    "Berkas ini memuat perintah tersembunyi (DOCTYPE di {part}), yang tidak ditulis Excel.",
    _SAVE_AS,
    "Berkas disusun untuk mengganggu program pembaca.",
    "Isi tanpa DOCTYPE dan entitas.",
)
XML_ENCODING = _refusal(
    "xml-encoding",
    "Penyandian huruf tidak dikenal",
    "Isi berkas ini ditulis dengan penyandian huruf {encoding} ({part}).",
    _SAVE_AS,
    "Berkas ditulis oleh program yang tidak memakai UTF-8.",
    "Penyandian UTF-8 seperti yang ditulis Excel.",
)
XML_DEPTH = _refusal(
    "xml-depth",
    "Susunan terlalu dalam",
    "Isi berkas ini bersarang lebih dari {limit} tingkat ({part}).",
    _COPY,
    "Bukan keluaran Excel yang wajar.",
    "Susunan seperti yang ditulis Excel.",
)
XML_LONG = _refusal(
    "xml-long",
    "Teks terlalu panjang",
    "Ada satu nilai yang lebih panjang dari {limit} huruf ({part}).",
    _COPY,
    "Dokumen atau gambar ditempelkan sebagai teks ke dalam satu sel.",
    "Satu sel memuat paling banyak 32.767 huruf.",
)
TOO_MANY = _refusal(
    "too-many",
    "Jumlah berlebihan",
    "Buku kerja ini memuat lebih dari {limit} {what}.",
    _COPY,
    "Format dan lembar terkumpul dari banyak buku kerja lain selama bertahun-tahun.",
    "Paling banyak {limit} {what}.",
)
TOO_LONG_TOGETHER = _refusal(
    "too-long-together",
    "Isi berulang terlalu banyak",
    "Isi berulang: bila dibaca seluruhnya, {what} buku kerja ini lebih dari {limit}.",
    _COPY,
    "Satu teks atau rumus panjang diulang di ribuan sel.",
    "Isi yang wajar untuk satu rencana aksi.",
)
SHEET_PARTS = _refusal(
    "sheet-parts",
    "Lembar tidak utuh",
    "Lembar {name} {reason}.",
    _SAVE_AS,
    "Berkas diubah oleh program yang tidak menyimpan seperti Excel.",
    "Setiap lembar bernama lain dan berisi sendiri.",
)
SHEET_FAR = _refusal(
    "sheet-far",
    "Isi terlalu jauh",
    "Ada isi di sel {cell_seen}, jauh di luar tabel.",
    "Buka lembar itu, tekan Ctrl+End, hapus baris dan kolom di luar tabel, simpan, lalu unggah "
    "lagi. " + _OR_COPY,
    "Sebuah huruf terketik jauh di bawah atau di kanan tabel.",
    "Isi paling jauh sampai baris {rows} dan kolom {column}.",
)
SHEET_FOOTPRINT = _refusal(
    "sheet-footprint",
    "Format terlalu jauh",
    "Sel kosong yang berformat terbentang sampai {cell_seen}.",
    "Tekan Ctrl+End, hapus baris dan kolom kosong di luar tabel, simpan, lalu unggah lagi. "
    + _OR_COPY,
    "Warna atau garis diterapkan sampai ujung lembar.",
    "Paling banyak {limit} sel, kosong maupun berisi.",
)
SHEET_RANGE = _refusal(
    "sheet-range",
    "Rentang terlalu luas",
    "Ada {what} pada rentang {area}, di luar batas tabel atau terlalu luas.",
    "Batalkan atau hapus {what} itu di Excel (Ctrl+A memilih seluruh lembar), simpan, lalu "
    "unggah lagi. " + _OR_COPY,
    "Seluruh lembar dipilih lalu digabungkan atau diberi tautan.",
    "Rentang sampai baris {rows} dan kolom {column}, paling luas {limit} sel.",
)
EXTERNAL_LINKS = Entry(
    "external-links",
    NOTICE,
    "Merujuk berkas lain",
    "Buku kerja ini merujuk buku kerja atau program lain.",
    "Isi yang berdiri sendiri.",
    "Nilai yang tersimpan terakhir yang dipakai; rujukannya tidak dibuka. Tidak perlu tindakan "
    "bila nilainya sudah benar.",
    "Rumus merujuk berkas lain, seperti =[rekap.xlsx]Lembar1!A1.",
)


# --- Sheets and headers (reader) ------------------------------------------------------------

SHEET_MISSING = Entry(
    "sheet-missing",
    ERROR,
    "Lembar tidak ada",
    "Lembar “{name}” tidak ditemukan.{nearest}",
    "Berkas memuat lembar bernama persis “{name}”.",
    "Klik dua kali nama lembar di bagian bawah Excel lalu tulis “{name}”, atau salin kembali "
    "lembar itu dari buku kerja yang baru diunduh.",
    "Nama lembar terganti, atau lembar terhapus waktu berkas dirapikan.",
)
SHEET_RENAMED = Entry(
    "sheet-renamed",
    NOTICE,
    "Nama lembar dirapikan",
    "Lembar “{seen}” dibaca sebagai “{name}”.",
    "Nama lembar “{name}”.",
    "Tidak perlu tindakan.",
    "Huruf besar-kecil atau spasi pada nama lembar berubah.",
)
SHEET_EXTRA = Entry(
    "sheet-extra",
    NOTICE,
    "Lembar tambahan diabaikan",
    "Lembar “{seen}” bukan bagian buku kerja dan tidak dibaca.",
    "Hanya lembar buku kerja yang dibaca; lembar lain boleh ada.",
    "Tidak perlu tindakan.",
    "Lembar hitungan sendiri ikut tersimpan.",
)
SHEET_HIDDEN = Entry(
    "sheet-hidden",
    NOTICE,
    "Lembar tersembunyi ikut dibaca",
    "Lembar “{name}” tersembunyi, tetapi isinya tetap dibaca.",
    "Lembar yang terlihat, supaya isinya dapat diperiksa.",
    "Bila perlu, klik kanan nama lembar lalu pilih Unhide (Tampilkan).",
    "Lembar disembunyikan supaya layar lebih ringkas.",
)
ROWS_HIDDEN = Entry(
    "rows-hidden",
    NOTICE,
    "Baris tersembunyi ikut dibaca",
    "Ada {count} baris tersembunyi atau tersaring di lembar ini, mulai baris {first}; isinya "
    "tetap dibaca.",
    "Baris yang terlihat, supaya isinya dapat diperiksa.",
    "Bila perlu, hapus saringan (Data > Clear) atau tampilkan barisnya (Unhide Rows).",
    "Saringan pada judul kolom masih terpasang waktu berkas disimpan.",
)
HEADER_NOT_FOUND = Entry(
    "header-not-found",
    ERROR,
    "Baris judul kolom tidak ditemukan",
    "Tidak ada baris judul kolom dalam {rows} baris pertama lembar ini.",
    "Satu baris berisi judul kolom: {headers}.",
    "Salin kembali baris judul dari buku kerja yang baru diunduh.",
    "Baris judul terhapus, atau banyak baris disisipkan di atasnya.",
)
HEADER_MISSING = Entry(
    "header-missing",
    ERROR,
    "Kolom tidak ada",
    "Kolom “{header}” tidak ditemukan di baris judul.{nearest}",
    "Ada tepat satu kolom berjudul “{header}”.",
    "Tulis kembali judul “{header}” di atas kolomnya. Bila kolomnya terhapus, salin dari buku "
    "kerja yang baru diunduh; kolom yang hilang tidak dibaca sebagai kosong.",
    "Judul kolom diganti, atau kolom terhapus.",
)
HEADER_DOUBLED = Entry(
    "header-doubled",
    ERROR,
    "Judul kolom ganda",
    "Judul “{header}” ada lebih dari sekali; yang pertama di {first}.",
    "Ada tepat satu kolom berjudul “{header}”.",
    "Hapus kolom yang tidak dipakai, atau ganti judulnya.",
    "Kolom disalin untuk dihitung, lalu judulnya tertinggal sama.",
)
HEADER_TIDIED = Entry(
    "header-tidied",
    NOTICE,
    "Judul kolom dirapikan",
    "Judul {seen} dibaca sebagai “{header}”.",
    "Judul kolom “{header}”.",
    "Tidak perlu tindakan.",
    "Huruf besar-kecil atau spasi pada judul berubah.",
)
COLUMNS_REORDERED = Entry(
    "columns-reordered",
    NOTICE,
    "Urutan kolom berubah",
    "Urutan kolom di lembar ini berbeda dari buku kerja; kolom dikenali dari judulnya.",
    "Kolom boleh dalam urutan apa pun.",
    "Tidak perlu tindakan.",
    "Kolom digeser supaya lebih mudah diisi.",
)
COLUMN_EXTRA = Entry(
    "column-extra",
    NOTICE,
    "Kolom tambahan diabaikan",
    "Kolom {seen} bukan bagian buku kerja dan tidak dibaca.",
    "Hanya kolom buku kerja yang dibaca; kolom lain boleh ada.",
    "Tidak perlu tindakan.",
    "Kolom catatan sendiri ditambahkan di samping tabel.",
)
YEARS_MISSING = Entry(
    "years-missing",
    ERROR,
    "Kolom tahun tidak ada",
    "Di bawah judul WAKTU tidak ada satu pun kolom tahun.",
    "Satu kolom untuk setiap tahun rencana, berjudul tahun empat angka.",
    "Tulis kembali tahunnya di bawah judul WAKTU, satu kolom satu tahun.",
    "Tahun di judul tabel A terhapus atau ditulis dua angka.",
)
TABLE_EMPTY = Entry(
    "table-empty",
    ERROR,
    "Tabel tidak berisi",
    "Di bawah judul kolom tidak ada satu baris pun.",
    "Tabel memuat baris-baris rencana.",
    "Salin kembali isi lembar ini dari buku kerja yang baru diunduh.",
    "Isi tabel terhapus seluruhnya.",
)
MERGED_CELL = Entry(
    "merged-cell",
    ERROR,
    "Sel data digabung",
    "Sel {range} digabung (merge).",
    "Satu sel untuk setiap data, tidak digabung.",
    "Pilih sel itu, klik Merge & Center untuk memisahkannya, lalu isi tiap selnya sendiri.",
    "Dua baris yang isinya sama digabung supaya rapi.",
)
FORMULA_SAVED = Entry(
    "formula-saved",
    NOTICE,
    "Rumus dibaca dari hasilnya",
    "Sel ini berisi rumus; yang dibaca adalah hasilnya yang tersimpan.",
    "Nilai yang diketik, atau rumus yang hasilnya tersimpan.",
    "Tidak perlu tindakan. Periksa saja apakah hasilnya sudah benar.",
    "Realisasi dihitung dengan =SUM(…) dari lembar lain.",
)
FORMULA_UNSAVED = Entry(
    "formula-unsaved",
    ERROR,
    "Rumus tanpa hasil",
    "Sel ini berisi rumus yang hasilnya tidak tersimpan di berkas.",
    "Nilai yang diketik, atau rumus yang hasilnya tersimpan.",
    "Buka berkas di Excel, tunggu sampai hasilnya muncul, lalu simpan. Atau ketik nilainya "
    "langsung di sel itu.",
    "Berkas dibuat program lain yang tidak menghitung rumus.",
)
ERROR_CELL = Entry(
    "error-cell",
    ERROR,
    "Sel berisi galat",
    "Sel ini menampilkan {seen}.",
    "Sebuah nilai, atau kosong bila memang belum ada.",
    "Perbaiki rumusnya atau ketik nilainya. Bila belum ada data, kosongkan selnya.",
    "VLOOKUP tidak menemukan pasangannya sehingga muncul #N/A.",
)
STAMP_MISSING = Entry(
    "stamp-missing",
    WARNING,
    "Versi asal tidak tercatat",
    "Lembar Dokumen tidak menyebut {items}, sehingga versi asal berkas ini tidak diketahui.",
    "Butir “{items}” terisi seperti waktu buku kerja diunduh.",
    "Periksa semua perbedaan di pratinjau satu per satu sebelum menerapkannya, atau salin isian "
    "ke buku kerja yang baru diunduh.",
    "Butir di lembar Dokumen terhapus, atau berkas dibuat sendiri.",
)
STAMP_UNREADABLE = Entry(
    "stamp-unreadable",
    WARNING,
    "Versi asal tidak terbaca",
    "“{item}” berisi {seen}.",
    "Sebuah angka bulat, seperti waktu buku kerja diunduh.",
    "Periksa semua perbedaan di pratinjau satu per satu sebelum menerapkannya, atau salin isian "
    "ke buku kerja yang baru diunduh.",
    "Angka versi di lembar Dokumen ditimpa tulisan.",
)
SCHEME_UNKNOWN = Entry(
    "scheme-unknown",
    ERROR,
    "Bentuk buku kerja tidak dikenal",
    "“{item}” berisi {seen}.",
    "Buku kerja dengan {item} “{scheme}”.",
    "Unduh buku kerja terbaru, lalu pindahkan isian ke sana.",
    "Berkas berasal dari aplikasi versi lain.",
)
PLAN_OTHER = Entry(
    "plan-other",
    ERROR,
    "Buku kerja rencana lain",
    "Berkas ini berasal dari rencana dengan ID {seen}.",
    "Buku kerja rencana dengan ID “{plan}”.",
    "Unduh buku kerja dari halaman ini, lalu pindahkan isian ke sana.",
    "Berkas rencana lain terpilih waktu mengunggah.",
)


# --- Cells and rows (checks) ----------------------------------------------------------------

TEXT_TIDIED = Entry(
    "text-tidied",
    NOTICE,
    "Tulisan dirapikan",
    "Spasi, ganti baris, atau huruf tak terlihat di {seen} dirapikan.",
    "Tulisan tanpa spasi berlebih di awal dan akhir.",
    "Tidak perlu tindakan.",
    "Teks ditempel dari WhatsApp, PDF, atau peramban.",
)
CONTROL_CHARACTERS = Entry(
    "control-characters",
    NOTICE,
    "Karakter terlarang dibuang",
    "Tulisan {seen} memuat karakter kendali yang tidak dapat ditampilkan; karakter itu dibuang.",
    "Huruf, angka, dan tanda baca biasa.",
    "Tidak perlu tindakan. Periksa saja apakah tulisannya masih utuh.",
    "Teks ditempel dari program lama atau hasil pindaian.",
)
TEXT_FROM_VALUE = Entry(
    "text-from-value",
    NOTICE,
    "Angka atau tanggal dibaca sebagai tulisan",
    "Sel ini berisi angka, tanggal, atau TRUE/FALSE; dibaca sebagai tulisan “{seen}”.",
    "Tulisan.",
    "Tidak perlu tindakan. Bila maksudnya lain, ketik tanda petik tunggal (') di depannya.",
    "Excel mengubah 1/2 menjadi tanggal.",
)
TEXT_LONG = Entry(
    "text-long",
    ERROR,
    "Tulisan terlalu panjang",
    "Tulisan di sel ini {length} huruf.",
    "Paling banyak {limit} huruf.",
    "Ringkas tulisannya. Rinciannya dapat disimpan sebagai dokumen lalu ditautkan di BUKTI DUKUNG.",
    "Seluruh isi notula ditempel ke KENDALA.",
)
NUMBER_FROM_TEXT = Entry(
    "number-from-text",
    NOTICE,
    "Angka berupa tulisan",
    "Tulisan {seen} dibaca sebagai {value}.",
    "Angka.",
    "Tidak perlu tindakan.",
    "Angka diketik bersama Rp atau %, atau ditempel dari aplikasi lain.",
)
NUMBER_AMBIGUOUS = Entry(
    "number-ambiguous",
    ERROR,
    "Angka bermakna ganda",
    "Tulisan {seen} dapat berarti {first} atau {second}.",
    "Angka dengan satu makna.",
    "Ketik ulang angkanya tanpa tanda pemisah ribuan, misalnya {first}; untuk pecahan, pakai "
    "tanda desimal Excel Anda.",
    "1.250 ditempel sebagai tulisan: seribu dua ratus lima puluh, atau satu seperempat?",
)
NUMBER_INVALID = Entry(
    "number-invalid",
    ERROR,
    "Bukan angka",
    "Sel ini berisi {seen}.",
    "Sebuah angka, atau kosong bila memang belum ada.",
    "Ketik angkanya saja. Penjelasan dapat ditulis di kolom keterangan atau catatan.",
    "“Belum ada” atau “75 an” ditulis di kolom angka.",
)
PERCENT_AMBIGUOUS = Entry(
    "percent-ambiguous",
    ERROR,
    "Persen bermakna ganda",
    "Sel ini berisi {seen}, yang dapat berarti {first} atau {second}.",
    "Persen dengan satu makna.",
    "Ketik ulang beserta tanda persennya: {first} atau {second}.",
    "0,75 atau 1 ditempel ke sel yang tidak berformat persen.",
)
PERCENT_SCALE = Entry(
    "percent-scale",
    WARNING,
    "Persen tampil seratus kali lipat",
    "Sel ini menampilkan {seen}; dibaca sebagai {value}.",
    "Persen dari 0 sampai 100.",
    "Bila maksudnya {value}, setujui. Bila bukan, ketik ulang persennya di sel itu, paling "
    "banyak 100%.",
    "Angka 75 ditempel ke sel berformat persen sehingga tampil 7500%.",
)
PERCENT_UNFORMATTED = Entry(
    "percent-unformatted",
    NOTICE,
    "Persen tanpa format persen",
    "Angka tanpa tanda persen dibaca sebagai {value}.",
    "Persen dari 0 sampai 100.",
    "Tidak perlu tindakan.",
    "Angka ditempel sehingga format persen selnya hilang.",
)
PERCENT_RANGE = Entry(
    "percent-range",
    ERROR,
    "Persen di luar 0 sampai 100",
    "Sel ini berisi {seen}.",
    "Persen dari 0 sampai 100.",
    "Ketik persen kumulatif sampai triwulan itu, paling banyak 100%.",
    "Realisasi melebihi target ditulis 120%.",
)
AMOUNT_NEGATIVE = Entry(
    "amount-negative",
    ERROR,
    "Rupiah negatif",
    "Sel ini berisi {seen}.",
    "Jumlah rupiah, nol atau lebih.",
    "Ketik jumlahnya tanpa tanda minus.",
    "Sisa anggaran ditulis sebagai bilangan minus.",
)
AMOUNT_FRACTION = Entry(
    "amount-fraction",
    WARNING,
    "Rupiah kecil berpecahan",
    "Sel ini berisi {seen}, yaitu {value} rupiah.",
    "Jumlah dalam rupiah penuh.",
    "Bila maksudnya ribuan atau jutaan, ketik ulang jumlahnya tanpa tanda pemisah ribuan.",
    "1.250 diketik di Excel berbahasa Inggris sehingga menjadi satu seperempat.",
)
YEAR_INVALID = Entry(
    "year-invalid",
    ERROR,
    "Tahun tidak terbaca",
    "Sel ini berisi {seen}.",
    "Tahun empat angka.",
    "Tulis kembali tahunnya seperti di buku kerja yang diunduh.",
    "Sel TAHUN tertimpa tanggal atau tulisan.",
)
MARK_READ = Entry(
    "mark-read",
    NOTICE,
    "Tanda dibaca sebagai X",
    "Tanda {seen} dibaca sebagai X.",
    "Tanda X di bawah tahun kegiatan direncanakan.",
    "Tidak perlu tindakan.",
    "Tanda centang dipakai sebagai ganti X.",
)
MARK_UNKNOWN = Entry(
    "mark-unknown",
    ERROR,
    "Tanda tidak dikenal",
    "Sel ini berisi {seen}.",
    "Tanda X bila kegiatan direncanakan pada tahun itu, atau kosong.",
    "Ganti dengan X, atau kosongkan selnya.",
    "Tanda tanya atau kata ditulis di kolom tahun.",
)
CHOICE_UNKNOWN = Entry(
    "choice-unknown",
    ERROR,
    "Pilihan tidak dikenal",
    "Sel ini berisi {seen}.{nearest}",
    "Salah satu dari {choices}, atau kosong.",
    "Pilih dari daftar di sel itu; penjelasan ditulis di kolom KENDALA atau CATATAN.",
    "“Selesai” ditulis di KETERANGAN, padahal status itu dihitung dari realisasi.",
)
CHOICE_TIDIED = Entry(
    "choice-tidied",
    NOTICE,
    "Pilihan dirapikan",
    "Tulisan {seen} dibaca sebagai “{value}”.",
    "Kata persis seperti di daftar pilihan.",
    "Tidak perlu tindakan.",
    "Pilihan diketik dengan huruf kecil.",
)
LINK_INVALID = Entry(
    "link-invalid",
    ERROR,
    "Bukan tautan",
    "Sel ini memuat {seen}.",
    "Alamat yang diawali http:// atau https://, satu per baris.",
    "Salin alamat lengkapnya dari peramban lalu tempel di sel ini; pisahkan beberapa tautan "
    "dengan Alt+Enter.",
    "Nama berkas, alamat di komputer sendiri, atau www. tanpa https://.",
)
UNIT_YES_NO = Entry(
    "unit-yes-no",
    ERROR,
    "Angka pada indikator Ya/Tidak",
    "Sel ini berisi {seen}, sedangkan SATUAN-nya {unit}.",
    "Ya atau Tidak.",
    "Tulis Ya atau Tidak, atau ganti SATUAN bila indikatornya diukur dengan angka.",
    "SATUAN diisi Ya/Tidak tetapi realisasinya 100.",
)
UNIT_NUMBER = Entry(
    "unit-number",
    ERROR,
    "Ya/Tidak pada indikator angka",
    "Sel ini berisi {seen}, sedangkan SATUAN-nya {unit}.",
    "Sebuah angka.",
    "Tulis angkanya, atau isi SATUAN dengan Ya/Tidak.",
    "Realisasi diisi Ya tanpa mengisi SATUAN.",
)
UNIT_PERCENT = Entry(
    "unit-percent",
    ERROR,
    "Persen pada indikator bersatuan lain",
    "Sel ini berisi {seen}, sedangkan SATUAN-nya {unit}.",
    "Angka dalam SATUAN yang sama.",
    "Isi SATUAN dengan %, atau tulis angkanya tanpa tanda persen.",
    "Target diketik 75% tanpa mengisi SATUAN.",
)
TARGET_IN_WORDS = Entry(
    "target-in-words",
    WARNING,
    "Target berupa kata",
    "TARGET berisi {seen}; disimpan, tetapi capaiannya tidak dapat dihitung.",
    "Sebuah angka, atau kosong bila belum ada target.",
    "Bila targetnya memang berupa kata, setujui. Bila tidak, ketik angkanya.",
    "“Meningkat” ditulis sebagai target.",
)
MEASURE_SMALL = Entry(
    "measure-small",
    WARNING,
    "Persen sangat kecil",
    "Sel ini berisi {seen} dengan SATUAN %; dibaca sebagai {value}.",
    "Angka dalam persen, misalnya 75 atau 75%.",
    "Bila memang {value}, setujui. Bila bukan, ketik ulang beserta tanda persennya.",
    "0,75 ditempel untuk maksud 75%.",
)
KEY_MISSING = Entry(
    "key-missing",
    ERROR,
    "Baris tanpa NO atau TAHUN",
    "Baris ini berisi data, tetapi {headers}-nya kosong.",
    "Setiap baris mempunyai NO dan TAHUN seperti di buku kerja yang diunduh.",
    "Tulis kembali {headers}-nya, atau hapus barisnya bila memang tidak dipakai.",
    "Baris disisipkan, atau sel kunci terhapus.",
)
KEY_UNKNOWN = Entry(
    "key-unknown",
    ERROR,
    "Baris tidak ada dalam rencana",
    "NO “{no}” TAHUN {year} tidak direncanakan.{nearest}",
    "NO dan TAHUN yang ada dalam rencana.",
    "Perbaiki NO atau TAHUN-nya. Bila baris ini bukan bagian rencana, hapus barisnya.",
    "Kode salah ketik, atau tahun yang tidak bertanda X di tabel A.",
)
KEY_DOUBLED = Entry(
    "key-doubled",
    ERROR,
    "Baris ganda",
    "NO “{no}” TAHUN {year} sudah ada di baris {first}.",
    "Satu baris untuk setiap NO dan TAHUN.",
    "Gabungkan isinya ke satu baris, lalu hapus baris yang lain.",
    "Baris disalin untuk memudahkan pengisian.",
)
ROW_MISSING = Entry(
    "row-missing",
    WARNING,
    "Baris rencana tidak ada",
    "Ada {count} baris rencana yang tidak ada di lembar ini: {keys}.",
    "Satu baris untuk setiap kegiatan atau indikator dan tahunnya.",
    "Bila terhapus tanpa sengaja, salin kembali barisnya dari buku kerja yang baru diunduh.",
    "Baris perangkat daerah lain dihapus sebelum dikirim.",
)
ROWS_REORDERED = Entry(
    "rows-reordered",
    NOTICE,
    "Urutan baris berubah",
    "Urutan baris di lembar ini berbeda dari rencana; baris dikenali dari NO dan TAHUN.",
    "Baris boleh dalam urutan apa pun.",
    "Tidak perlu tindakan.",
    "Tabel diurutkan menurut perangkat daerah.",
)
LOCKED_CHANGED = Entry(
    "locked-changed",
    ERROR,
    "Kolom terkunci berubah",
    "{header} berisi {seen}, berbeda dari lembar “{source}”.",
    "Sama dengan lembar “{source}”: {expected}.",
    "Tulis kembali seperti di lembar “{source}”. Bila rencananya memang berubah, admin mengubah "
    "lembar “{source}” lebih dulu.",
    "Nama kegiatan diperbaiki langsung di lembar progres.",
)
CODE_MISSING = Entry(
    "code-missing",
    ERROR,
    "Baris rencana tidak lengkap",
    "Baris ini berisi data, tetapi {header}-nya kosong.",
    "Setiap baris tabel lengkap seperti tercetak.",
    "Tulis {header}-nya, atau hapus barisnya.",
    "Baris disisipkan di tabel tanpa diberi nomor.",
)
CODE_DOUBLED = Entry(
    "code-doubled",
    ERROR,
    "Nomor kegiatan ganda",
    "NO “{no}” sudah dipakai di baris {first}.",
    "Satu NO untuk satu kegiatan.",
    "Beri nomor lain pada salah satunya.",
    "Baris disalin tanpa mengganti nomornya.",
)
GROUP_MISSING = Entry(
    "group-missing",
    ERROR,
    "Baris tanpa kelompok program",
    "Baris “{no}” tidak berada di bawah satu pun baris KP.",
    "Setiap program dan kegiatan berada di bawah baris kelompok program (NO diawali KP).",
    "Sisipkan baris kelompok programnya di atas baris ini, misalnya dengan NO “KP I”.",
    "Baris KP terhapus atau pindah ke bawah.",
)
PLAN_CHANGED = Entry(
    "plan-changed",
    NOTICE,
    "Rencana berubah",
    "{what}: {before} menjadi {after}.",
    "Sama dengan rencana yang berlaku, kecuali rencananya memang diubah oleh admin.",
    "Bila tidak bermaksud mengubah rencana, tulis kembali seperti semula.",
    "Sel di tabel A, tabel B, atau lembar Dokumen tertimpa.",
)
CUMULATIVE_FALLS = Entry(
    "cumulative-falls",
    ERROR,
    "Angka kumulatif turun",
    "{header} {seen} lebih kecil dari {earlier_header} {earlier}.",
    "Angka kumulatif dalam setahun: sama atau lebih besar dari triwulan sebelumnya.",
    "Tulis capaian sejak awal tahun sampai triwulan itu, bukan capaian triwulan itu saja.",
    "Setiap triwulan diisi 25% karena dikira per triwulan.",
)
BUDGET_OVER = Entry(
    "budget-over",
    WARNING,
    "Realisasi anggaran melebihi pagu",
    "REALISASI ANGGARAN {seen} melebihi PAGU ANGGARAN {ceiling}.",
    "Realisasi anggaran tidak melebihi pagu.",
    "Periksa kedua angkanya. Bila memang demikian, setujui.",
    "Kelebihan satu angka nol.",
)
REMARK_WITHOUT_OBSTACLE = Entry(
    "remark-without-obstacle",
    ERROR,
    "KETERANGAN tanpa KENDALA",
    "KETERANGAN “{remark}”, tetapi KENDALA kosong.",
    "KENDALA menjelaskan mengapa kegiatan {remark_lower}.",
    "Tulis penyebabnya di kolom KENDALA, atau kosongkan KETERANGAN.",
    "Ditunda dipilih tanpa menuliskan sebabnya.",
)


CATALOGUE: dict[str, Entry] = {
    entry.code: entry for entry in globals().values() if isinstance(entry, Entry)
}
