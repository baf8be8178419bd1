"""What words, numbers and names mean, one by one."""

from __future__ import annotations

import pytest

from lib.decree import questions
from lib.decree.questions import BadAnswers, QuestionKind, reading
from lib.decree.words import (
    cell_lists,
    header_words,
    marks,
    not_rows,
    numbering,
    offices,
    periods,
    title_page,
)
from lib.decree.words.header_words import ColumnRole
from lib.decree.words.marks import Sign
from lib.decree.words.offices import Names

PERIOD = (2025, 2026, 2027)


@pytest.mark.parametrize(
    ("text", "family", "value", "code"),
    [
        ("KP I", "w:kp", 1, "KP I"),
        ("A.", "A", 1, "A"),
        ("1)", "1)", 1, "1"),
        ("(2)", "1()", 2, "2"),
        ("iv", "i", 4, "iv"),
        ("1.1.3", "d3", 3, "1.1.3"),
        ("II.1.a", "d3", 1, "II.1.a"),
        ("A-1-b", "d3", 2, "A-1-b"),
        ("2.16.02.2.01.0021", "d6", 21, "2.16.02.2.01.0021"),
    ],
)
def test_a_number_tells_its_family_and_value(text: str, family: str, value: int, code: str):
    number = numbering.parse(text)
    assert number is not None
    assert (number.family, number.value, number.code) == (family, value, code)


@pytest.mark.parametrize("text", ["2025-2026", "a.n.", "31-12-2025", "Rapat", "", "12.000.000"])
def test_what_is_no_number_is_none(text: str):
    assert numbering.parse(text) is None


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1. Penyusunan SOP", "1.", "Penyusunan SOP"),
        ("a) Rapat", "a)", "Rapat"),
        ("KP I PENGUATAN", "KP I", "PENGUATAN"),
        ("I.1.a Reviu", "I.1.a", "Reviu"),
        ("Program 1: Penguatan", "Program 1", "Penguatan"),
        ("PROGRAM PENATAAN", None, "PROGRAM PENATAAN"),
        ("e-Government", None, "e-Government"),
        ("Kegiatan a", None, "Kegiatan a"),
    ],
)
def test_a_text_is_parted_from_the_number_before_it(text: str, number: str | None, rest: str):
    found, left = numbering.split(text)
    assert (found.printed if found else None, left) == (number, rest)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dinas Pendidikan, Kepemudaan dan Olah Raga", 1),
        ("DINAS PENDIDIKAN, KEPEMUDAAN DAN OLAH RAGA", 1),
        ("Dinkominfo dan Inspektorat", 2),
        ("Dinas Kominfo dan Bagian Organisasi", 2),
        ("Kepala Dinas Komunikasi dan Informatika", 1),
        ("Dinas Pemberdayaan Masyarakat dan Desa, Dinas Sosial", 2),
        ("Dinas Koperasi dan UKM, Bappeda/Dinkes", 3),
        ("1. Dinkes\n2. Bappeda", 2),
        ("1) Dinas Sosial 2) Dinas Kesehatan", 2),
        ("- Dinkominfo\n- Inspektorat", 2),
        ("Dinas Komunikasi\vdan Informatika", 1),
        ("Dinas Perpustakaan dan Kearsipan", 1),
        ("Sekretariat Daerah (Bagian Organisasi, Bagian Hukum)", 1),
        ("Bappeda, Dinkes, Dikpora dan Setda", 4),
        ("Dinas PUPR serta Dinas Lingkungan Hidup", 2),
        ("Seluruh OPD", 1),
        ("Satuan Polisi Pamong Praja dan Pemadam Kebakaran", 1),
        ("Badan Kesatuan Bangsa dan Politik; Satpol PP", 2),
        ("Bag. Hukum & Bag. Organisasi", 2),
        ("DINKOMINFO\n(Bidang IKP)", 1),
    ],
)
def test_a_cell_of_agencies_is_parted_where_an_office_begins(text: str, names: int):
    parted = offices.part(text, Names.of(()))
    assert len(parted.charge) == names
    assert parted.sure


@pytest.mark.parametrize("text", ["Bagian Hukum, Organisasi", "Dinas Kesehatan, Pendidikan"])
def test_names_that_may_be_one_or_two_are_unsure(text: str):
    parted = offices.part(text, Names.of(()))
    assert not parted.sure
    assert len(parted.choices) == 2


def test_a_register_settles_what_is_one_name():
    known = Names.of(["Badan Perencanaan, Keuangan"])
    assert offices.part("Badan Perencanaan, Keuangan", known).sure
    assert offices.part("Dinkes, Badan Perencanaan, Keuangan", known).charge == (
        "Dinkes",
        "Badan Perencanaan, Keuangan",
    )


def test_support_is_told_from_charge_inside_one_cell():
    parted = offices.part("Penanggung jawab: Dinkominfo\nPendukung: Bappeda, Dinkes", Names.of(()))
    assert (parted.charge, parted.support) == (("Dinkominfo",), ("Bappeda", "Dinkes"))


@pytest.mark.parametrize(
    ("text", "years", "more"),
    [
        ("Agust - Des 2016", (2016,), True),
        ("2025-2026", (2025, 2026), False),
        ("setiap tahun", PERIOD, False),
        ("setiap bulan", PERIOD, True),
        ("Tahun 2025 s.d. 2027", PERIOD, False),
        ("2025, 2027", (2025, 2027), False),
        ("Okt 2025 - Mar 2026", (2025, 2026), True),
        ("Semester I 2025", (2025,), True),
        ("TW I - TW II 2025", (2025,), True),
        ("31 Desember 2025", (2025,), True),
        ("Tahun II", (2026,), False),
        ("Tahun ke-1 s.d. 3", PERIOD, False),
        ("2025-27", PERIOD, False),
    ],
)
def test_a_time_in_words_tells_its_years(text: str, years: tuple[int, ...], more: bool):
    when = periods.read(text, PERIOD)
    assert (when.years, when.more, when.sure) == (years, more, True)


@pytest.mark.parametrize(
    ("text", "years"),
    [("s.d. 2026", (2025, 2026)), ("mulai 2026", (2026, 2027)), ("2026 dst", (2026, 2027))],
)
def test_a_time_without_an_end_is_asked_about(text: str, years: tuple[int, ...]):
    when = periods.read(text, PERIOD)
    assert (when.years, when.sure) == (years, False)


def test_a_quarter_alone_is_sure_in_a_plan_of_one_year_only():
    assert not periods.read("TW I - TW II", PERIOD).sure
    assert periods.read("TW I - TW II", (2025,)).sure


@pytest.mark.parametrize(
    ("path", "year", "part", "quarter"),
    [
        (("WAKTU", "2025"), 2025, "", None),
        (("TRIWULAN", "I"), None, "TW I", 1),
        (("SEMESTER 2025", "II"), 2025, "Semester II", 4),
        (("BULAN", "3"), None, "Maret", 1),
        (("Nop",), None, "Nop", 4),
        (("Sep-Okt",), None, "Sep-Okt", 4),
        (("UKURAN", "B08"), None, "B08", 3),
        (("Tahun 2025", "IV"), 2025, "TW IV", 4),
    ],
)
def test_a_header_path_tells_a_time(path, year, part, quarter):
    slot = periods.slot(path)
    assert slot is not None
    assert (slot.year, slot.part, slot.quarter) == (year, part, quarter)


@pytest.mark.parametrize("path", [("NO",), ("URAIAN KEGIATAN",), ("PENANGGUNG JAWAB",), ("I",)])
def test_a_header_without_time_tells_none(path):
    assert periods.slot(path) is None


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("NO.", ColumnRole.NUMBER),
        ("KELOMPOK PROGRAM/ PROGRAM/KEGIATAN", ColumnRole.TEXT),
        ("Pihak Terlibat", ColumnRole.CHARGE),
        ("OPD Penanggung Jawab", ColumnRole.CHARGE),
        ("Penangung Jawab", ColumnRole.CHARGE),
        ("Instansi Terkait", ColumnRole.SUPPORT),
        ("Waktu Pelaksanaan", ColumnRole.TIME),
        ("Target Waktu", ColumnRole.TIME),
        ("Target Output", ColumnRole.OUTPUT),
        ("Indikator Keberhasilan", ColumnRole.INDICATOR),
        ("Pagu (Rp)", ColumnRole.BUDGET),
        ("Sumber Dana", ColumnRole.REMARK),
        ("Baseline 2024", ColumnRole.TARGET),
        ("Ket.", ColumnRole.REMARK),
        ("PENANG- GUNG JAWAB", ColumnRole.CHARGE),
        ("K", ColumnRole.TARGET),
        ("Reviu Peraturan Bupati", None),
    ],
)
def test_a_header_word_tells_a_role(words: str, role: ColumnRole | None):
    assert header_words.role_of(words) is role


@pytest.mark.parametrize(
    ("text", "sign"),
    [("X", Sign.PLANNED), ("√", Sign.PLANNED), ("25%", Sign.PLANNED), ("2 dok", Sign.PLANNED),
     ("-", Sign.NOT), ("–", Sign.NOT), ("tidak", Sign.NOT), ("0", Sign.UNSURE), ("?", Sign.UNSURE)],
)  # fmt: skip
def test_a_mark_says_planned_or_not(text: str, sign: Sign):
    assert marks.sign(text) is sign


def test_rows_that_list_nothing_are_known():
    assert not_rows.is_total(["JUMLAH", "1.000"])
    assert not_rows.is_total(["Total Anggaran"])
    assert not not_rows.is_total(["Jumlah laporan pengaduan yang ditangani"])
    assert not_rows.is_and_so_on(["5", "dst."])
    assert not_rows.is_and_so_on(["dan seterusnya ..."])
    assert not not_rows.is_and_so_on(["5", "Rapat dst"])
    assert not_rows.ending("BUPATI BANJARNEGARA,") == not_rows.SIGNATURE
    assert not_rows.ending("Keterangan:") == not_rows.NOTE
    assert not_rows.ending("Penyusunan SOP") == ""


def test_a_list_in_a_cell_is_found_where_its_items_are_done_each():
    found = cell_lists.find("Penguatan:\n1. Penyusunan SOP\n2. Pelatihan admin")
    assert found is not None
    assert (found.head, [one.text for one in found.items]) == (
        "Penguatan:",
        ["Penyusunan SOP", "Pelatihan admin"],
    )
    assert cell_lists.find("Penyusunan SOP:\n- SOP A\n- SOP B") is None
    assert cell_lists.find("Penyusunan peraturan tentang\nPengelolaan arsip") is None


def test_a_title_tells_the_document():
    titles = (
        "KEPUTUSAN BUPATI BANJARNEGARA", "NOMOR 050/112 TAHUN 2025", "TENTANG",
        "RENCANA AKSI PENGADUAN", "TAHUN 2026-2027",
    )  # fmt: skip
    found = title_page.read(titles, ("Ditetapkan di X", "pada tanggal 3 Maret 2025"), (2026, 2027))
    assert found == {
        "Pemerintah Daerah": "Pemerintah Kabupaten Banjarnegara",
        "Jenis": "KEPUTUSAN BUPATI BANJARNEGARA",
        "Nomor": "050/112 TAHUN 2025",
        "Tentang": "RENCANA AKSI PENGADUAN TAHUN 2026-2027",
        "Ditetapkan": "di X, pada tanggal 3 Maret 2025",
        "Periode": "2026-2027",
    }
    assert title_page.years(titles) == (2026, 2027)
    assert title_page.office(("RENCANA AKSI", "OPD : DINAS KESEHATAN")) == "DINAS KESEHATAN"


def test_answers_come_back_from_the_file_they_are_written_to():
    one = reading(
        QuestionKind.AGENCY, 'Bagian "Hukum",\nOrganisasi\\', 2, "satu", ("dua",), False, "?"
    )
    text = questions.dump("a.docx", [one], {})
    assert questions.load(text) == {one.id: "satu"}
    assert questions.load(questions.dump("a.docx", [one], {one.id: "dua"})) == {one.id: "dua"}
    assert questions.load(f'"{one.id}" = "tiga"') == {one.id: "tiga"}
    with pytest.raises(BadAnswers):
        questions.load("[[questions]]\nanswer = 'x'")


def test_an_id_rests_on_what_was_seen_alone():
    first = reading(QuestionKind.TIME, "TW I  - TW II", 1, "a")
    again = reading(QuestionKind.TIME, "tw i - tw ii", 9, "b", ("c",), False)
    other = reading(QuestionKind.AGENCY, "TW I - TW II", 1, "a")
    assert first.id == again.id != other.id
