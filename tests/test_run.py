"""`run.py` and the installation it makes."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections import deque
from pathlib import Path

import pytest

from lib import installation
from lib.installation import ROOT, RUNTIME, Missing

PIP_OUTPUT = """\
Collecting pandas==3.1.1 (from -r requirements.txt (line 3))
  Downloading pandas-3.1.1-cp311-cp311-linux_x86_64.whl.metadata (79 kB)
Downloading pandas-3.1.1-cp311-cp311-linux_x86_64.whl (10.9 MB)
Installing collected packages: six, numpy, pandas
Successfully installed numpy-2.4 pandas-3.1.1 six-1.17
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An environment that is whole and up to date, without the packages."""
    folder = tmp_path / "venv"
    python = folder / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    installation._remember(folder, RUNTIME)
    return folder


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes what would be installed instead of installing it."""
    files: list[str] = []
    monkeypatch.setattr(installation, "_works", Path.exists)
    monkeypatch.setattr(installation, "_install", lambda _python, file: files.append(file))
    return files


def test_an_old_python_is_told_so_in_one_sentence() -> None:
    pretend = (
        "import sys; sys.version_info = (3, 6, 15); sys.argv = ['run.py']\n"
        f"exec(compile(open({str(ROOT / 'run.py')!r}).read(), 'run.py', 'exec'))"
    )
    told = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True)
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "Diperlukan Python 3.11" in told.stderr
    assert "Python 3.6" in told.stderr


def test_run_py_parses_on_any_python() -> None:
    source = (ROOT / "run.py").read_text(encoding="ascii")
    assert 'f"' not in source
    assert "->" not in source


def test_a_current_installation_is_left_alone(folder: Path, installed: list[str]) -> None:
    assert installation.prepare(RUNTIME, folder) == folder / "bin" / "python"
    assert installed == []


def test_a_changed_requirement_is_installed_once(folder: Path, installed: list[str]) -> None:
    (folder / "requirements.lock.sha256").write_text("as it was before")
    installation.prepare(RUNTIME, folder)
    installation.prepare(RUNTIME, folder)
    assert installed == ["requirements.lock"]


def test_test_tools_are_installed_when_first_asked_for(folder: Path, installed: list[str]) -> None:
    installation.prepare(installation.TESTING, folder)
    installation.prepare(installation.TESTING, folder)
    installation.prepare(RUNTIME, folder)
    assert installed == ["requirements-dev.lock"]


def test_an_interrupted_installation_is_made_anew(
    folder: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation, "_create", environment_at)
    (folder / "bin" / "python").unlink()
    installation.prepare(RUNTIME, folder)
    assert installed == ["requirements.lock"]
    assert [path.name for path in folder.parent.glob("venv-lama*")] == []


def environment_at(folder: Path) -> None:
    """Make an environment without packages, as quickly as a test wants it."""
    python = folder / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)


@pytest.mark.parametrize("step", ["_create", "_install"])
def test_an_old_environment_goes_only_when_its_successor_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise Missing("Paket tidak dapat diunduh.")

    monkeypatch.setattr(installation, "_works", lambda _python: False)
    monkeypatch.setattr(installation, "_create", environment_at)
    monkeypatch.setattr(installation, step, fail)
    (folder / "milik lama").touch()
    with pytest.raises(Missing):
        installation.prepare(RUNTIME, folder)
    assert (folder / "milik lama").exists()


@pytest.mark.skipif(os.name == "nt", reason="the environment of this test is POSIX's")
def test_two_first_starts_at_once_install_once(tmp_path: Path) -> None:
    pretend = (
        f"import sys, time; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\n"
        "from lib import installation\n"
        "from tests.test_run import environment_at\n"
        "installation._works = lambda python: python.exists()\n"
        "installation._create = environment_at\n"
        "installation._install = lambda *_: (print('memasang', flush=True), time.sleep(1))\n"
        f"installation.prepare(installation.RUNTIME, Path({str(tmp_path / 'venv')!r}))\n"
    )
    starts = [
        subprocess.Popen([sys.executable, "-c", pretend], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = [start.communicate(timeout=60)[0] for start in starts]
    assert [start.returncode for start in starts] == [0, 0, 0]
    assert sorted(told) == ["", "", "memasang\n"]


def test_a_failed_installation_is_tried_again_next_time(
    folder: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "requirements.lock.sha256").unlink()

    def fail(*_: object) -> None:
        raise Missing("Paket tidak dapat diunduh.")

    with monkeypatch.context() as broken:
        broken.setattr(installation, "_install", fail)
        with pytest.raises(Missing, match="tidak dapat diunduh"):
            installation.prepare(RUNTIME, folder)
    installation.prepare(RUNTIME, folder)
    assert installed == ["requirements.lock"]


def test_a_python_without_venv_is_told_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(Missing, match=r"sudo apt install python3\.\d+-venv"):
        installation.prepare(RUNTIME, tmp_path / "venv")


def test_a_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(installation, "_create", fail)
    with pytest.raises(Missing, match="disk penuh"):
        installation.prepare(RUNTIME, tmp_path / "venv")


def test_pip_is_told_in_short_and_its_last_lines_are_kept() -> None:
    last: deque[str] = deque(maxlen=2)
    steps = list(installation._steps(PIP_OUTPUT.splitlines(), last))
    assert [step.strip() for step in steps] == [
        "1. pandas==3.1.1",
        "mengunduh pandas 3.1.1 (10.9 MB)",
        "memasang 3 paket …",
    ]
    assert last[-1].startswith("Successfully installed")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "disk penuh"),
        (
            "WARNING: Retrying: NewConnectionError('Temporary failure in name resolution')",
            "internet",
        ),
        ("ERROR: No matching distribution found for pandas==3.1.1", "internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "sidik"),
        ("ERROR: Failed building wheel for psycopg", "Failed building wheel"),
    ],
)
def test_a_pip_failure_becomes_a_sentence(line: str, told: str) -> None:
    assert told in installation._why_not(["Collecting pandas", line])


def test_the_command_runs_in_the_callers_folder_whatever_lies_there(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "__init__.py").write_text("raise RuntimeError('the wrong lib')")
    pretend = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\n"
        "from lib import installation\n"
        "installation.prepare = lambda requirements: Path(sys.executable)\n"
        "sys.exit(installation.hand_over(['check', 'tidak-ada.xlsx']))"
    )
    told = subprocess.run(
        [sys.executable, "-P", "-c", pretend], cwd=tmp_path, capture_output=True, text=True
    )
    assert told.returncode == 2
    assert "tidak-ada.xlsx tidak dapat dibaca" in told.stderr


def test_the_ci_runs_what_the_readme_says() -> None:
    ci = ROOT / ".ci" / "run"
    assert "\npython3 run.py test" in ci.read_text()
    assert os.access(ci, os.X_OK)
