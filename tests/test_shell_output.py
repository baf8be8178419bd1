"""What commands write cannot steer the terminal, and JSON keeps every sign it was given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lib.commands.console.shell import complain, say, say_json
from lib.plan.text.clean_text import written_out
from tests.service.books import reworked
from tests.test_commands import copy, shell  # noqa: F401 (fixtures)

HOSTILE = (
    "\x1b]0;judul\x07\x1b[2J\x1b[31mmerah\u202e\x9b1mtebal\u2066dalam\u2069\u200b\r\nbaris palsu"
)
STEERING = "\x1b\x07\x9b\u202e\u2066\u2069\u200b\r"


def is_calm(text: str) -> bool:
    """Tell whether no sign of a text steers or hides anything."""
    return not set(text) & set(STEERING) and written_out(text) == text


@pytest.mark.parametrize("speak", [say, complain])
def test_a_line_is_cleaned_and_its_indent_stays(capsys, speak) -> None:
    speak("  " + HOSTILE.replace("\n", " "))
    found = "".join(capsys.readouterr())
    assert is_calm(found)
    assert found.startswith("  ]0;judul[2J[31mmerah")
    assert found.endswith("baris palsu\n")


def test_a_name_cannot_make_a_line_of_its_own(capsys) -> None:
    say(f"Akun {HOSTILE} ditambahkan.")
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_json_keeps_what_it_spells_out(capsys) -> None:
    record = {"nama": HOSTILE, "😀\u200d😀": "keluarga", "\udcff": 1}
    say_json(record)
    out = capsys.readouterr().out
    assert is_calm(out)
    assert json.loads(out) == record
    assert "keluarga" in out


def test_a_hostile_note_and_name_stay_words_in_the_log(shell, copy, tmp_path) -> None:  # noqa: F811
    words = ("account", "add", "info", "--role", "operator", "--agency", f"DINAS {HOSTILE}")
    shell(*words, "--display", HOSTILE, "--password-stdin", stdin="kata-sandi-panjang-9\n")
    assert is_calm(shell("account", "list")[1].replace("\n", " "))
    file = tmp_path / "laporan.xlsx"
    file.write_bytes(reworked(copy, lambda book: book["Progres Kegiatan"].__setitem__("I6", 0.2)))
    status, *_ = shell("apply", file, "--as", "admin", "--note", HOSTILE, "--yes")
    assert status == 0
    told = shell("log")[1]
    assert is_calm(told.replace("\n", " "))
    assert len(told.splitlines()) == 2


def test_a_hostile_file_name_and_sheet_name_stay_words(shell, copy, tmp_path) -> None:  # noqa: F811
    file: Path = tmp_path / "lap\x1b[31moran\u202e\npalsu.xlsx"
    file.write_bytes(reworked(copy, lambda book: book.create_sheet("Hitung\u202ean")))
    _, out, _ = shell("check", file)
    assert is_calm(out.replace("\n", " "))
    assert "lap[31moran palsu.xlsx: dapat diterima" in out
    record = json.loads(shell("check", file, "--json")[1])
    assert record["file"] == str(file)
