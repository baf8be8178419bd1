"""`run.py convert`: exit codes, the file of answers, JSON."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from lib.cli import main
from lib.plan.registers.continuation import continuations, previous_of
from lib.service.actor import LOCAL_ADMIN
from lib.service.startup import open_library
from lib.workbook.reading import reader
from tests.decree import pasted_cases, word_cases
from tests.decree.cases import Case
from tests.decree.paper import word, word_table

UNSURE = Case(
    "belum-pasti.docx",
    word(
        "RENCANA AKSI PENGADUAN TAHUN 2025-2026",
        word_table("""
        NO | PROGRAM/KEGIATAN | 2025 | 2026 | PIHAK TERLIBAT
        KP I | KELEMBAGAAN | | |
        I.1 | PROGRAM HUKUM | | |
        I.1.a | Reviu peraturan | X | X | Bagian Hukum, Organisasi
        I.1.b | Sosialisasi | ? | X | Dinkominfo
        """),
    ),
    "",
)


@pytest.fixture
def convert(tmp_path, capsys):
    """Convert a file to `keluar.xlsx`: status, standard output, standard error."""

    def run(name: str, content: bytes, *words: object) -> tuple[int, str, str]:
        file = tmp_path / name
        file.write_bytes(content)
        status = main(["convert", str(file), str(tmp_path / "keluar.xlsx"), *map(str, words)])
        return status, *capsys.readouterr()

    return run


def of(case: Case) -> tuple[str, bytes]:
    return case.name, case.content


def test_a_sure_table_becomes_a_workbook_at_once(convert, tmp_path):
    status, out, err = convert(*of(word_cases.KP), "--json")
    record = json.loads(out)
    assert (status, err) == (0, "")
    assert (record["accepted"], record["questions"], record["rows"]) == (True, [], 8)
    assert record["cells"]["read"] == record["cells"]["used"] + len(record["cells"]["left"]) == 48
    assert record["cells"]["left"][0] == {
        "place": "tabel 1, baris 3, kolom 1", "text": "1", "why": "nomor kolom",
    }  # fmt: skip
    assert not (tmp_path / "keluar.answers.toml").exists()
    assert main(["check", str(tmp_path / "keluar.xlsx"), "--data", str(tmp_path / "data")]) == 0


def test_open_questions_are_written_beside_the_workbook_and_settle_it(convert, tmp_path):
    status, out, _ = convert(*of(UNSURE), "--json")
    record = json.loads(out)
    assert (status, record["accepted"]) == (1, False)
    assert (tmp_path / "keluar.xlsx").exists()
    answers = tmp_path / "keluar.answers.toml"
    entries = tomllib.loads(answers.read_text(encoding="utf-8"))["questions"]
    assert [entry["id"] for entry in entries] == [one["id"] for one in record["questions"]]
    assert all(
        entry["answer"] == one["proposed"] and entry["choices"] == one["choices"]
        for entry, one in zip(entries, record["questions"], strict=True)
    )
    assert convert(*of(UNSURE), "--answers", answers)[0] == 0


def test_answers_given_once_stay_in_the_file_when_more_is_asked(convert, tmp_path):
    convert(*of(UNSURE))
    answers = tmp_path / "keluar.answers.toml"
    entries = tomllib.loads(answers.read_text(encoding="utf-8"))["questions"]
    first = tmp_path / "satu.toml"
    names = "Bagian Hukum; Bagian Organisasi"
    (asked,) = [entry["id"] for entry in entries if entry["kind"] == "pihak"]
    first.write_text(f'"{asked}" = "{names}"', encoding="utf-8")
    status, out, _ = convert(*of(UNSURE), "--answers", first, "--json")
    assert (status, len(json.loads(out)["questions"])) == (1, 1)
    kept = tomllib.loads(answers.read_text(encoding="utf-8"))["questions"]
    assert names in [entry["answer"] for entry in kept]
    assert convert(*of(UNSURE), "--answers", answers)[0] == 0


def test_a_refused_file_leaves_nothing_behind(convert, tmp_path):
    status, out, _ = convert("keputusan.pdf", b"%PDF-1.7", "--json")
    record = json.loads(out)
    assert (status, record["accepted"], record["rows"]) == (1, False, 0)
    assert record["findings"][0]["code"] == "decree-pdf"
    assert not (tmp_path / "keluar.xlsx").exists()


def test_lines_for_people_say_what_was_read_left_and_asked(convert):
    _, out, _ = convert(*of(UNSURE))
    assert "sel terbaca" in out
    assert "Apakah isi “?” di kolom waktu berarti direncanakan?" in out
    assert "keluar.answers.toml" in out


def test_wrong_usage_is_told_with_status_2(convert, tmp_path, capsys):
    wrong = tmp_path / "salah.toml"
    wrong.write_text("jawaban =", encoding="utf-8")
    status, _, err = convert(*of(word_cases.KP), "--answers", wrong)
    assert status == 2
    assert "TOML" in err
    assert main(["convert", str(tmp_path / "tak-ada.docx"), str(tmp_path / "x.xlsx")]) == 2
    with pytest.raises(SystemExit) as ended:
        main(["convert", "satu-saja.docx"])
    assert ended.value.code == 2
    capsys.readouterr()


def test_an_answer_nobody_asked_for_is_told(convert, tmp_path):
    stray = tmp_path / "lain.toml"
    stray.write_text('"waktu-x-000000" = "2025"', encoding="utf-8")
    status, _, err = convert(*of(word_cases.KP), "--answers", stray)
    assert status == 0
    assert "waktu-x-000000" in err


def test_rows_can_be_corrected_by_their_place(convert, tmp_path):
    place = "teks tempelan, baris 3, kolom 1"
    fixes = tmp_path / "koreksi.toml"
    fixes.write_text(
        f'"{place} / waktu" = "2027"\n"{place} / pihak" = "Bappeda; Dinkes"\n', encoding="utf-8"
    )
    status, _, err = convert(*of(pasted_cases.EXCEL_QUOTED), "--answers", fixes)
    assert err == ""
    assert status in (0, 1)


def test_the_workbook_is_the_same_each_time(convert, tmp_path):
    convert(*of(word_cases.DOTTED))
    first = Path(tmp_path / "keluar.xlsx").read_bytes()
    convert(*of(word_cases.DOTTED))
    assert Path(tmp_path / "keluar.xlsx").read_bytes() == first


def test_a_plan_without_headings_or_indicators_is_applied_and_shown(convert, tmp_path, monkeypatch):
    monkeypatch.setenv("RENCANA_ADMIN_PASSWORD", "kata-sandi-panjang-9")
    assert convert(*of(word_cases.FLAT))[0] == 0
    book, data = str(tmp_path / "keluar.xlsx"), ("--data", str(tmp_path / "data"))
    assert main(["apply", book, "--as", "admin", "--yes", *data]) == 0
    assert main(["deck", str(tmp_path / "rapat.pptx"), *data]) == 0


def test_agencies_of_the_store_are_known(convert, tmp_path):
    data = ("--data", tmp_path / "data")
    table = """
    NO | KEGIATAN | 2025 | PIHAK TERLIBAT
    1 | Rapat | X | Bagian Hukum, Organisasi
    2 | Uji | X | Bagian Hukum, Organisasi
    """
    content = word(word_table(table))
    status, _, _ = convert("satu.docx", content)
    assert status == 1
    answers = tmp_path / "keluar.answers.toml"
    assert convert("satu.docx", content, "--answers", answers)[0] == 0
    added = main(
        ["apply", str(tmp_path / "keluar.xlsx"), "--as", "admin", "--yes", *map(str, data)]
    )
    assert added == 0
    assert convert("satu.docx", content, *data)[0] == 0


def test_an_agency_of_the_store_by_another_name_is_asked_about(convert, tmp_path):
    data, answers = ("--data", tmp_path / "data"), tmp_path / "keluar.answers.toml"
    table = """
    NO | KEGIATAN | 2025 | PIHAK TERLIBAT
    1 | Rapat | X | Dinas Komunikasi dan Informatika
    2 | Uji | X | Perumda Air Minum
    3 | Ukur | X | Dinas Pangan dan Gizi
    """
    content = word(word_table(table))
    status, out, _ = convert("satu.docx", content, *data)
    assert status == 1
    assert "pilihan: DINKOMINFO; belum ada, perangkat daerah baru; selengkapnya" in out
    assert "belum dikenal penyimpanan ini: Perumda Air Minum; Dinas Pangan dan Gizi." in out
    assert convert("satu.docx", content, *data, "--answers", answers)[0] == 1
    said = answers.read_text(encoding="utf-8").replace('answer = ""', 'answer = "Kominfo"')
    answers.write_text(said, encoding="utf-8")
    status, out, _ = convert("satu.docx", content, *data, "--answers", answers)
    assert status == 1
    assert "“Kominfo” bukan pilihan untuk “Dinas Komunikasi dan Informatika”." in out
    said = answers.read_text(encoding="utf-8")
    answers.write_text(said.replace('"Kominfo"', '"DINKOMINFO"'), encoding="utf-8")
    assert convert("satu.docx", content, *data, "--answers", answers)[0] == 0
    plan = reader.read((tmp_path / "keluar.xlsx").read_bytes())
    assert [(one.name, one.full_name) for one in plan.offices.agencies] == [
        ("DINKOMINFO", "Dinas Komunikasi dan Informatika"),
        ("Perumda Air Minum", ""),
        ("Dinas Pangan dan Gizi", ""),
    ]


def test_a_plan_of_the_store_is_gone_on_with(convert, tmp_path):
    data, answers = tmp_path / "data", tmp_path / "jawaban.toml"
    plan = open_library(data).plans(LOCAL_ADMIN)[0].id
    answers.write_text(f'"Dokumen / Rencana sebelumnya" = "{plan}"', encoding="utf-8")
    status, _, err = convert(*of(word_cases.KP), "--answers", answers, "--data", data)
    assert (status, "tidak ditemukan" in err) == (0, False)
    made = reader.read((tmp_path / "keluar.xlsx").read_bytes())
    assert previous_of(made) == plan
    assert len(continuations(made)) == 10


def test_a_plan_that_is_not_there_is_told_and_gone_on_with_by_nobody(convert, tmp_path):
    answers = tmp_path / "jawaban.toml"
    answers.write_text('"Dokumen / Rencana sebelumnya" = "tidak-ada"', encoding="utf-8")
    _, _, err = convert(*of(word_cases.KP), "--answers", answers)
    assert "“tidak-ada” tidak ditemukan" in err
    assert previous_of(reader.read((tmp_path / "keluar.xlsx").read_bytes())) == ""


def test_what_a_decree_prints_oddly_is_told_in_lines_and_in_json(convert):
    table = """
    NO | KEGIATAN | 2025 | PIHAK TERLIBAT
    A. | **LEMBAGA | |
    1. | Reviu | X | BKD
    1. | Sosialisasi | X | BKD
    """
    content = word("RENCANA AKSI KETERBUKAAN TAHUN 2025", word_table(table))
    status, out, _ = convert("naskah.docx", content)
    assert status == 0
    assert "tabel 1, baris 4: Nomor “1.” tercetak juga di baris 3" in out
    _, out, _ = convert("naskah.docx", content, "--json")
    [finding] = json.loads(out)["findings"]
    assert (finding["code"], finding["severity"]) == ("decree-number-doubled", "notice")
