"""The commands that change or hand out data, as the shell sees them."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from lib.cli import main
from lib.installation import ROOT
from lib.service import changing
from lib.service.access.identity import open_identity
from lib.service.actor import Actor, Role
from lib.service.startup import FILE, open_library
from lib.workbook.writing import writer
from tests.factory import make_plan
from tests.service.books import edited
from tests.store.conftest import new_postgresql, postgresql

__all__ = ["new_postgresql", "postgresql"]

PLAN = "banjarnegara-pengaduan-2023-2024"
WATI = Actor("wati", "Wati", Role.ADMIN)
PASSWORD = "kata-sandi-panjang-9"
CASE = ROOT.parent / "shared" / "cases" / "contoh_into_real.xlsx"


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    """Run a command on a throw-away store: status, standard output, standard error."""
    monkeypatch.setenv("RENCANA_ADMIN_PASSWORD", PASSWORD)
    monkeypatch.setenv("RENCANA_DATA", "")
    monkeypatch.setenv("RENCANA_SAMPLE", "")

    def run(*words: object, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        status = main([*map(str, words), "--data", str(tmp_path / "data")])
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def copy(shell, tmp_path) -> bytes:
    """The current workbook, as downloaded."""
    shell("export", tmp_path / "salinan.xlsx")
    return (tmp_path / "salinan.xlsx").read_bytes()


def saved(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def add_operator(shell) -> None:
    words = ("account", "add", "info", "--role", "operator", "--agency", "DINKOMINFO")
    assert shell(*words, "--password-stdin", stdin=PASSWORD + "\n")[0] == 0


def test_apply_stores_under_the_account_and_log_tells(shell, copy, tmp_path):
    add_operator(shell)
    file = saved(tmp_path / "laporan.xlsx", edited(copy, I6=0.25))
    status, out, _ = shell("apply", file, "--as", "info", "--note", "TW I", "--json")
    record = json.loads(out)
    assert (status, record["accepted"], record["version"], record["base"]) == (0, True, 2, 1)
    assert [change["after"] for change in record["changes"]] == [25]
    newest = json.loads(shell("log", "--json")[1].splitlines()[0])
    assert (newest["version"], newest["account"], newest["note"]) == (2, "info", "TW I")


def test_a_command_on_a_fresh_store_prepares_it_as_a_first_start_does(shell, tmp_path):
    decree = saved(
        tmp_path / "laporan.xlsx", edited(writer.data_file("rencana_aksi.xlsx"), I6=0.25)
    )
    status, _, error = shell("apply", decree, "--as", "admin")
    assert (status, error) == (0, "")
    assert json.loads(shell("log", "--json")[1].splitlines()[0])["account"] == "admin"


def prepared(data: Path, url: str = "") -> tuple[object, ...]:
    """What a first start leaves: its plan's version, its one account, and the way in by it."""
    library = open_library(data, url)
    identity = open_identity(library.store, 8)
    plans = [(plan.id, plan.head) for plan in library.plans(WATI)]
    accounts = [(a.name, a.role, a.active, a.must_change) for a in identity.accounts.all(WATI)]
    actor = identity.sessions.actor(identity.sign_in("admin", PASSWORD))
    library.store.close()
    return plans, accounts, actor is not None and actor.name


READY = ([(PLAN, 1)], [("admin", Role.ADMIN, True, False)], "admin")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("log",), 0),
        (("verify",), 0),
        (("check", "rencana_aksi.xlsx"), 0),
        (("apply", "rencana_aksi.xlsx", "--as", "admin"), 0),
        (("apply", "rencana_aksi.xlsx", "--as", "siapa"), 2),
        (("export", "keluar.xlsx"), 0),
        (("backup", "cadangan"), 0),
        (("plan", "list"), 0),
        (("account", "list"), 0),
        (("account", "disable", "admin"), 1),  # the last admin
        (("minutes", "keluar.docx"), 1),  # no meeting noted anything
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_whichever_command_is_first_prepares_the_store(shell, tmp_path, monkeypatch, words, status):
    monkeypatch.chdir(tmp_path)
    saved(tmp_path / "rencana_aksi.xlsx", writer.data_file("rencana_aksi.xlsx"))
    assert shell(*words)[0] == status
    assert prepared(tmp_path / "data") == READY


def test_the_first_command_prepares_a_sample_s_store_and_a_database_s(
    shell, tmp_path, monkeypatch, new_postgresql
):
    shell("log", "--sample")
    [(sample, head)], *others = prepared(tmp_path / "data")
    assert sample.endswith("-contoh")
    assert head > 2
    assert tuple(others) == READY[1:]
    url = new_postgresql()
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("RENCANA_SAMPLE", "")
    file = saved(tmp_path / "isi.xlsx", edited(writer.data_file("rencana_aksi.xlsx"), I6=0.25))
    assert shell("apply", file, "--as", "admin")[0] == 0
    assert prepared(tmp_path, url) == ([(PLAN, 2)], *READY[1:])


def test_a_backup_put_into_a_fresh_store_brings_its_own_accounts(shell, tmp_path):
    add_operator(shell)
    shell("backup", tmp_path / "cadangan")
    status = main(["restore", str(tmp_path / "cadangan"), "--data", str(tmp_path / "lain")])
    assert status == 0
    accounts = open_identity(open_library(tmp_path / "lain").store, 8).accounts.all(WATI)
    assert [account.name for account in accounts] == ["admin", "info"]


def test_the_first_accounts_made_password_stays_off_the_standard_output(shell, monkeypatch):
    monkeypatch.setenv("RENCANA_ADMIN_PASSWORD", "")
    _, out, error = shell("log", "--json")
    assert "Akun pertama: admin, kata sandi: " in error
    assert [json.loads(line)["version"] for line in out.splitlines()] == [1]
    assert shell("log")[2] == ""


def test_apply_keeps_to_the_rights_of_the_account(shell, copy, tmp_path):
    add_operator(shell)
    file = saved(tmp_path / "laporan.xlsx", edited(copy, I4=0.25))
    status, out, _ = shell("apply", file, "--as", "info", "--json")
    assert json.loads(out)["changes"] == []
    assert len(shell("log")[1].splitlines()) == 1
    assert status == 0


def test_apply_stops_at_a_warning_without_yes_and_at_an_error_always(shell, copy, tmp_path):
    add_operator(shell)
    warned = saved(tmp_path / "w.xlsx", edited(copy, I6=25))
    assert shell("apply", warned, "--as", "info")[0] == 1
    assert shell("apply", warned, "--as", "info", "--yes")[0] == 0
    wrong = saved(tmp_path / "e.xlsx", edited(copy, J6="banyak"))
    status, out, _ = shell("apply", wrong, "--as", "info", "--yes")
    assert (status, "Progres Kegiatan!J6" in out) == (1, True)
    assert len(shell("log")[1].splitlines()) == 2


@pytest.mark.parametrize(
    ("wrong", "cells"),
    [
        ({"I6": "banyak", "J6": 0.5}, ["I6"]),
        ({"J6": 0.5, "P6": "Hujan", "R6": "foto.jpg"}, ["R6"]),
        ({"J6": 0.5, "B6": "Kegiatan lain"}, ["B6"]),
        ({"J6": 0.1}, ["J6"]),  # below TW I, which others stored meanwhile
    ],
)
def test_a_refused_file_lists_no_changes_that_nobody_made(shell, copy, tmp_path, wrong, cells):
    add_operator(shell)
    shell("apply", saved(tmp_path / "a.xlsx", edited(copy, I6=0.25)), "--as", "info")
    shell("export", tmp_path / "b.xlsx")
    refused = edited((tmp_path / "b.xlsx").read_bytes(), **wrong)
    status, out, _ = shell("check", saved(tmp_path / "c.xlsx", refused), "--json")
    record = json.loads(out)
    assert (status, record["accepted"], record["changes"]) == (1, False, [])
    assert [finding["cell"] for finding in record["findings"]] == cells
    assert record["conflicts"] == []


def test_a_conflict_always_stops_apply(shell, copy, tmp_path):
    add_operator(shell)
    shell("apply", saved(tmp_path / "a.xlsx", edited(copy, I6=0.25)), "--as", "info")
    late = saved(tmp_path / "b.xlsx", edited(copy, I6=0.5))
    status, out, _ = shell("apply", late, "--as", "info", "--yes", "--json")
    [conflict] = json.loads(out)["conflicts"]
    assert (status, conflict["base"], conflict["theirs"], conflict["mine"]) == (1, None, 25, 50)


def test_a_sample_comes_into_real_data_by_an_option_of_its_own_alone(shell, tmp_path):
    sample = saved(tmp_path / "contoh.xlsx", writer.data_file("contoh_progres.xlsx"))
    for words in ((), ("--yes",), ("--add-sample",)):
        status, out, error = shell("apply", sample, "--as", "admin", *words)
        assert status == 1
        assert "CONTOH dan angkanya rekaan" in out
        assert "rencana lain" in out
        assert "--add-sample" in error or "--add-sample" in words
    assert json.loads(shell("check", sample, "--json")[1])["accepted"]
    assert [plan.id for plan in open_library(tmp_path / "data").plans(WATI)] == [PLAN]
    assert shell("apply", sample, "--as", "admin", "--yes", "--add-sample")[0] == 0


@pytest.mark.skipif(not CASE.is_file(), reason="shared/cases is not on this machine")
def test_a_sample_given_to_the_real_store_is_called_one_and_adds_nothing(shell, tmp_path):
    assert shell("check", CASE)[0] == 0
    for words in (("check", CASE), ("apply", CASE, "--as", "admin", "--yes")):
        told = shell(*words)[1]
        assert "CONTOH dan angkanya rekaan" in told
        assert "rencana lain" in told
    assert [plan.id for plan in open_library(tmp_path / "data").plans(WATI)] == [PLAN]


@pytest.fixture
def meanwhile(monkeypatch):
    """Have somebody else apply a file right after the next check."""

    def meanwhile(content: bytes) -> None:
        check, left = changing.check, [content]

        def checked(library, actor, *file, **meant):
            made = check(library, actor, *file, **meant)
            if left:
                other = check(library, WATI, left.pop(), "lain.xlsx")
                changing.apply(library, WATI, other, yes=other.questions)
            return made

        monkeypatch.setattr(changing, "check", checked)

    return meanwhile


def test_apply_goes_through_where_others_store_something_else_meanwhile(
    shell, copy, tmp_path, meanwhile
):
    meanwhile(edited(copy, I7=0.5))
    file = saved(tmp_path / "a.xlsx", edited(copy, I6=0.25))
    status, out, error = shell("apply", file, "--as", "admin", "--json")
    record = json.loads(out)
    assert (status, error, record["version"]) == (0, "", 3)
    assert [change["after"] for change in record["changes"]] == [25]


def test_apply_stops_and_shows_anew_where_others_changed_the_same_meanwhile(
    shell, copy, tmp_path, meanwhile
):
    meanwhile(edited(copy, I6=0.5))
    file = saved(tmp_path / "a.xlsx", edited(copy, I6=0.25))
    status, out, error = shell("apply", file, "--as", "admin", "--yes", "--json")
    record = json.loads(out)
    assert (status, record["version"], len(record["conflicts"])) == (1, None, 1)
    assert "diubah wati (versi 2)" in error
    assert len(shell("log")[1].splitlines()) == 2


def test_two_shells_that_apply_at_once_are_both_stored(copy, tmp_path):
    files = [saved(tmp_path / f"{n}.xlsx", edited(copy, **{f"I{6 + n}": 0.25})) for n in range(3)]
    words = [sys.executable, "-P", "-m", "lib.cli", "apply"]
    running = [
        subprocess.Popen(
            [*words, str(file), "--as", "admin", "--data", str(tmp_path / "data")],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for file in files
    ]
    said = [process.communicate()[0].splitlines()[-1] for process in running]
    assert sorted(said) == [f"Tersimpan sebagai versi {number}." for number in (2, 3, 4)]


@pytest.mark.parametrize("name", ["tidak-ada", "info"])
def test_an_account_that_cannot_act_is_named(shell, copy, tmp_path, name):
    add_operator(shell)
    shell("account", "disable", "info")
    file = saved(tmp_path / "laporan.xlsx", copy)
    status, _, err = shell("apply", file, "--as", name)
    assert status == 2
    assert name in err


def test_an_account_is_disabled_and_enabled_again(shell):
    add_operator(shell)
    for command, state in (("disable", "nonaktif"), ("enable", "aktif")):
        assert shell("account", command, "info")[0] == 0
        assert shell("account", "list")[1].splitlines()[1].split()[-1] == state
    status, _, err = shell("account", "enable", "tidak-ada")
    assert (status, err) == (1, "Akun “tidak-ada” tidak ada.\n")


def test_an_account_for_another_sign_in_service_needs_no_password(shell):
    words = ("account", "add", "siti", "--role", "viewer", "--no-password")
    assert shell(*words)[0] == 1
    status, out, _ = shell(*words, "--email", "siti@contoh.go.id")
    assert (status, out) == (0, "Akun siti ditambahkan.\n")
    line = shell("account", "list", "--json")[1].splitlines()[1]
    assert json.loads(line)["password"] is False


@pytest.mark.parametrize("weak", ["admin", "rahasia12345"])
def test_a_first_password_that_is_easy_to_guess_is_refused_in_words(shell, monkeypatch, weak):
    monkeypatch.setenv("RENCANA_ADMIN_PASSWORD", weak)
    status, _, error = shell("log")
    assert status == 2
    assert error.startswith("RENCANA_ADMIN_PASSWORD: Kata sandi")
    assert error.count("\n") == 1


def test_accounts_are_listed_and_their_passwords_changed(shell):
    add_operator(shell)
    [_, line] = shell("account", "list")[1].splitlines()  # admin is the first
    assert line.split()[:3] == ["info", "operator", "DINKOMINFO"]
    assert shell("account", "password", "info", "--password-stdin", stdin="x\n")[0] == 1
    other = "sandi-lain-yang-panjang-7\n"
    assert shell("account", "password", "info", "--password-stdin", stdin=other)[0] == 0
    assert shell("account", "email", "info", "Info@contoh.go.id")[0] == 0
    assert json.loads(shell("account", "list", "--json")[1].splitlines()[1])["email"] == (
        "info@contoh.go.id"
    )
    assert "dihapus" in shell("account", "email", "info")[1]
    assert json.loads(shell("account", "list", "--json")[1].splitlines()[1])["email"] is None
    assert "bukan alamat surel" in shell("account", "email", "info", "info")[2]
    status, _, err = shell("account", "disable", "tidak-ada")
    assert (status, "tidak ada" in err) == (1, True)


def test_deck_is_written_for_a_position_and_refused_outside_the_plan(shell, tmp_path):
    out = tmp_path / "rapat.pptx"
    assert shell("deck", out, "--position", "2024-TW3")[0] == 0
    assert len(Presentation(str(out)).slides) > 8
    status, _, err = shell("deck", out, "--position", "2031-TW1")
    assert (status, "di luar rencana" in err) == (1, True)
    status, _, err = shell("deck", out, "--version", "9")
    assert (status, "versi terbaru adalah 1" in err) == (1, True)


def test_minutes_are_written_of_the_meeting_asked_for(shell, copy, tmp_path):
    out = tmp_path / "notulen.docx"
    status, _, err = shell("minutes", out)
    assert (status, "tidak ada pada lembar Arahan" in err) == (1, True)
    row = {"A3": "1", "B3": date(2024, 7, 15), "C3": "Rapat evaluasi", "D3": "Percepat"}
    noted = edited(copy, "Arahan", **row, F3="DINKOMINFO")
    assert shell("apply", saved(tmp_path / "a.xlsx", noted), "--as", "admin")[0] == 0
    assert shell("minutes", out, "--meeting", "Rapat evaluasi", "--day", "2024-07-15")[0] == 0
    assert Document(str(out)).paragraphs[0].text == "Notulen Rapat evaluasi"
    assert shell("minutes", out, "--day", "2024-07-16")[0] == 1


def test_a_backup_comes_back_into_an_empty_store_only_unless_told(shell, copy, tmp_path):
    add_operator(shell)
    shell("apply", saved(tmp_path / "a.xlsx", edited(copy, I6=0.25)), "--as", "info")
    assert shell("backup", tmp_path / "cadangan")[0] == 0
    shell("apply", saved(tmp_path / "b.xlsx", edited(copy, I7=0.5)), "--as", "info")
    status, out, _ = shell("restore", tmp_path / "cadangan")
    assert (status, "--replace" in out) == (1, True)
    assert len(shell("log")[1].splitlines()) == 3
    assert shell("restore", tmp_path / "cadangan", "--replace")[0] == 0
    assert len(shell("log")[1].splitlines()) == 2


def test_verify_passes_a_sound_store_and_names_what_is_wrong(shell, copy, tmp_path):
    shell("apply", saved(tmp_path / "a.xlsx", edited(copy, I6=0.25)), "--as", "admin")
    assert shell("verify")[:2] == (0, "2 versi diperiksa; semuanya utuh.\n")
    store = sqlite3.connect(tmp_path / "data" / FILE)
    store.executescript("DROP TRIGGER record_no_update; UPDATE record SET content = x'00'")
    store.close()
    status, out, _ = shell("verify")
    assert (status, "versi 1: Isinya tidak lagi sama" in out) == (1, True)
    status, out, _ = shell("verify", "--json")
    told = json.loads(out)
    assert (status, told["sound"], told["versions"]) == (1, False, 2)
    assert {fault["version"] for fault in told["faults"]} == {1, 2}
    status, out, err = shell("export", tmp_path / "keluar.xlsx")
    assert (status, out) == (1, "")
    assert err.startswith("Versi 2 dari rencana")


# --- Several plans ----------------------------------------------------------------------------

SECOND = "rencana-rekaan"


@pytest.fixture
def second(shell, tmp_path) -> Path:
    """Add a second plan, and return its workbook."""
    file = saved(tmp_path / "kedua.xlsx", writer.write(make_plan()))
    assert shell("apply", file, "--as", "admin", "--yes")[0] == 0
    return file


@pytest.mark.usefixtures("second")
def test_commands_mean_the_default_plan_or_the_one_asked_for(shell, tmp_path):
    for options, title in (((), "2023"), (("--plan", SECOND), "2025")):
        assert shell("export", tmp_path / "a.xlsx", *options)[0] == 0
        sheet = load_workbook(tmp_path / "a.xlsx")["Dokumen"]
        assert title in {row[0].value: row[1].value for row in sheet.iter_rows()}["Periode"]
    assert "sistem" in shell("log")[1]
    assert "admin" in shell("log", "--plan", SECOND)[1]
    assert shell("deck", tmp_path / "a.pptx", "--plan", SECOND)[0] == 0


def test_an_unknown_plan_is_answered_with_those_there_are(shell, second, tmp_path):
    for words in (
        ("export", tmp_path / "a.xlsx"),
        ("deck", tmp_path / "a.pptx"),
        ("log",),
        ("check", second),
        ("apply", second, "--as", "admin"),
    ):
        status, out, error = shell(*words, "--plan", "tidak-ada")
        assert (status, out) == (2, "")
        first, *lines = error.splitlines()
        assert first == "Rencana tidak-ada tidak ada. Yang ada:"
        assert lines[1].split()[0] == SECOND
        assert "2025–2026: RENCANA AKSI REKAAN" in lines[1]
        assert lines[0].endswith("(utama)")


def test_a_workbook_of_another_plan_than_asked_for_is_refused(shell, second):
    assert shell("check", second, "--plan", SECOND)[0] == 0
    default = json.loads(shell("plan", "list", "--json")[1].splitlines()[0])["id"]
    status, out, _ = shell("apply", second, "--plan", default, "--as", "admin", "--yes", "--json")
    record = json.loads(out)
    assert (status, record["accepted"], record["version"]) == (1, False, None)
    assert "plan-other" in [finding["code"] for finding in record["findings"]]


@pytest.mark.usefixtures("second")
def test_the_default_is_told_before_it_is_changed(shell):
    status, out, error = shell("plan", "default", SECOND)
    assert (status, "akan melihat “2025–2026: RENCANA AKSI REKAAN”" in out) == (1, True)
    assert "--yes" in error
    assert shell("plan", "list")[1].splitlines()[0].endswith("(utama)")
    assert shell("plan", "default", SECOND, "--yes")[0] == 0
    assert shell("plan", "list")[1].splitlines()[1].endswith("(utama)")
    assert "admin" in shell("log")[1]


def test_a_plan_is_put_away_and_shown_again_but_not_the_default(shell, second):
    default = json.loads(shell("plan", "list", "--json")[1].splitlines()[0])["id"]
    for words, status in (("hide", 1), ("show", 0), ("default", 0)):
        answer = shell("plan", words, default)  # nothing is asked, for nothing would change
        assert answer[:2] == (status, "")
        assert "rencana utama" in answer[2]
    assert shell("plan", "hide", SECOND, "--yes")[0] == 0
    assert shell("plan", "list")[1].splitlines()[1].endswith("(disembunyikan)")
    status, out, _ = shell("check", second, "--json")
    assert (status, json.loads(out)["findings"][0]["code"]) == (1, "plan-put-away")
    assert shell("plan", "show", SECOND, "--yes")[0] == 0
    assert "disembunyikan" not in shell("plan", "list")[1]
