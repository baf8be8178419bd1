"""The commands, as a person types them."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lib import cli, settings
from lib.commands import start
from lib.installation import ROOT, Missing
from lib.workbook.reading import reader
from lib.workbook.writing import writer
from tests.browser import free_port
from tests.factory import decree_plan

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a data folder of the test's own; returns the exit status."""
    for setting in settings.SETTINGS:
        monkeypatch.setenv(setting.name, "")

    def run(*arguments: object) -> int:
        monkeypatch.setenv(settings.SAMPLE.name, "")
        monkeypatch.setenv(settings.DATA.name, str(tmp_path / "data"))
        try:
            return cli.main([str(argument) for argument in arguments])
        except SystemExit as ended:
            return int(ended.code or 0)

    return run


@pytest.fixture
def workbook(run: Run, tmp_path: Path) -> Path:
    """A copy as somebody downloaded it."""
    path = tmp_path / "rencana.xlsx"
    run("export", path)
    return path


def test_check_accepts_what_export_wrote(run: Run, workbook: Path, capsys) -> None:
    assert run("check", workbook) == 0
    assert "dapat diterima (0 harus diperbaiki, 0 perlu persetujuan" in capsys.readouterr().out


def test_check_refuses_what_is_no_workbook_and_says_what_to_do(run: Run, capsys) -> None:
    assert run("check", ROOT / "README.md") == 1
    told = capsys.readouterr().out
    assert "ditolak (1 harus diperbaiki" in told
    assert "Buku kerja Excel" in told


def test_check_json_is_one_object_per_file_and_nothing_else(
    run: Run, workbook: Path, capsys
) -> None:
    assert run("check", workbook, ROOT / "README.md", "--json") == 1
    good, bad = map(json.loads, capsys.readouterr().out.splitlines())
    names = ["file", "accepted", "findings", "changes", "conflicts", "base", "version"]
    assert list(good) == list(bad) == names
    assert (good["file"], good["accepted"], good["findings"]) == (str(workbook), True, [])
    assert (good["base"], good["version"]) == (1, None)
    assert not bad["accepted"]
    finding = bad["findings"][0]
    assert list(finding) == ["code", "severity", "sheet", "cell", "seen", "expected", "advice"]
    assert finding["severity"] == "error"


def test_check_json_lists_what_would_change(run: Run, tmp_path: Path, capsys) -> None:
    progress = decree_plan().activity_progress.copy()
    progress.loc[7, "realisasi_tw3"] = 75.0
    path = tmp_path / "isi.xlsx"
    path.write_bytes(writer.write(decree_plan().with_progress(activity_progress=progress)))
    run("check", path, "--json")
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert change == {
        "sheet": "Progres Kegiatan",
        "key": "II.1.a 2024",
        "column": "realisasi_tw3",
        "before": None,
        "after": 75.0,
        "kind": "set",
    }


def test_check_stores_nothing(run: Run, workbook: Path, tmp_path: Path, capsys) -> None:
    run("check", workbook)
    run("export", tmp_path / "sesudah.xlsx")
    assert run("export", tmp_path / "dua.xlsx", "--version", "2") == 1
    assert "versi terbaru adalah 1" in capsys.readouterr().err


def test_a_missing_file_is_named(run: Run, capsys) -> None:
    assert run("check", "tidak-ada.xlsx") == 2
    assert (
        capsys.readouterr().err == "Berkas tidak-ada.xlsx tidak dapat dibaca: tidak ada di sana.\n"
    )


def test_export_writes_the_plan_with_its_version(run: Run, tmp_path: Path) -> None:
    assert run("export", tmp_path / "keluar.xlsx") == 0
    plan = reader.read((tmp_path / "keluar.xlsx").read_bytes())
    assert plan.activity_progress.shape == decree_plan().activity_progress.shape
    assert plan.stamp.version == 1


@pytest.mark.parametrize("order", ["before", "after"])
def test_export_of_the_sample_says_so(run: Run, tmp_path: Path, order: str) -> None:
    words = ["export", tmp_path / "contoh.xlsx"]
    assert run(*(["--sample", *words] if order == "before" else [*words, "--sample"])) == 0
    assert reader.read((tmp_path / "contoh.xlsx").read_bytes()).is_sample


def test_a_sample_leaves_no_trace_in_the_data_folder(run: Run, tmp_path: Path) -> None:
    run("export", tmp_path / "contoh.xlsx", "--sample")
    assert not (tmp_path / "data").exists()


def test_export_leaves_nothing_behind_where_it_cannot_write(
    run: Run, tmp_path: Path, capsys
) -> None:
    assert run("export", tmp_path / "tidak" / "ada.xlsx") == 2
    assert "tidak dapat ditulis" in capsys.readouterr().err
    assert not list(tmp_path.glob("**/*.baru"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["periksa"], "'periksa' tidak dikenal"),
        (["check"], "Masih perlu diisi: BERKAS"),
        (["--port", "abc"], "port adalah bilangan 1 sampai 65535"),
        (["export", "x.xlsx", "--version", "0"], "mulai dari 1"),
        (["export", "x.xlsx", "--versi", "1"], "Tidak dikenal: --versi"),
    ],
)
def test_wrong_usage_is_said_in_indonesian(run: Run, arguments, told: str, capsys) -> None:
    assert run(*arguments) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", "test", "check", "export", "bench"])
def test_help_is_indonesian(run: Run, command: str, capsys) -> None:
    assert run(*filter(None, [command]), "--help") == 0
    told = capsys.readouterr().out
    assert told.startswith("pemakaian: run.py")
    assert not {"usage", "options:", "show", "positional"} & set(told.split())


def test_pytest_gets_its_options_as_typed() -> None:
    args = cli._parse(["test", "-k", "status", "tests/plan", "--long"])
    assert args.pytest == ["-k", "status", "tests/plan", "--long"]


def test_a_taken_port_is_said_with_the_way_out(run: Run, capsys) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run("--port", port) == 2
    told = capsys.readouterr().err
    assert f"Port {port} sedang dipakai" in told
    assert f"--port {port + 1}" in told


def test_a_foreign_address_is_refused() -> None:
    with pytest.raises(Missing, match="bukan milik komputer ini"):
        start.require_free("203.0.113.1", 8501)


def test_a_data_folder_that_is_a_file_is_refused(run: Run, workbook: Path, capsys) -> None:
    assert run("--port", free_port(), "--data", workbook) == 2
    assert f"Folder data {workbook} tidak dapat ditulis" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("broken", "setting", "told"),
    [
        (b"bukan basis data" * 4, {}, "bukan basis data atau rusak"),
        (b"", {"DATABASE_URL": "mysql://x"}, "DATABASE_URL harus berawalan"),
        (b"", {"RENCANA_SESSION_HOURS": "delapan"}, "RENCANA_SESSION_HOURS harus bilangan"),
        (b"", {"RENCANA_REQUIRE_LOGIN": "mungkin"}, "RENCANA_REQUIRE_LOGIN harus 1"),
    ],
)
def test_what_keeps_a_server_from_starting_is_one_sentence(
    tmp_path: Path, broken: bytes, setting: dict[str, str], told: str
) -> None:
    if broken:
        (tmp_path / "rencana.sqlite").write_bytes(broken)
    words = ["-P", "-m", "lib.cli", "--port", str(free_port()), "--data", str(tmp_path)]
    start = subprocess.run(
        [sys.executable, *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), **setting},
        capture_output=True,
        text=True,
    )
    assert start.returncode == 2
    assert told in start.stderr
    assert start.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_start_says_where_it_is_and_stops_cleanly(tmp_path: Path, name: str) -> None:
    port = free_port()
    dashboard = subprocess.Popen(
        [sys.executable, "-P", "-m", "lib.cli", "--port", str(port), "--data", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert dashboard.stdout is not None
        assert f"Dasbor siap: http://localhost:{port}\n" in dashboard.stdout
        assert start.is_ready("127.0.0.1", port)
        dashboard.send_signal(signal.Signals[name])
        out, error = dashboard.communicate(timeout=30)
    finally:
        dashboard.terminate()
    assert (dashboard.returncode, error) == (0, "")
    assert "Dasbor dihentikan." in out
    assert not start.is_ready("127.0.0.1", port)
    assert [path.name for path in tmp_path.glob("rencana.sqlite*")] == ["rencana.sqlite"]
