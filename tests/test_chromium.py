"""Finding and installing the browser of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib import chromium
from lib.installation import Missing


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any browser; what lies in the folder is on its PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("CHROMIUM", "PROGRAMFILES", "PROGRAMFILES(X86)"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(chromium, "_MACOS", ())
    monkeypatch.setattr(chromium, "_playwright", lambda: None)
    return tmp_path


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Notes the commands instead of running them."""
    commands: list[tuple[str, ...]] = []
    monkeypatch.setattr(chromium, "_run", lambda *command, **_: commands.append(command))
    return commands


def install(folder: Path, name: str) -> str:
    program = folder / name
    program.write_text("")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "msedge"])
def test_a_browser_on_the_path_is_found(bare: Path, name: str) -> None:
    assert chromium.find() is None
    path = install(bare, name)
    assert chromium.find() == path


def test_the_named_browser_goes_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(bare, "chromium")
    monkeypatch.setenv("CHROMIUM", mine := install(bare, "my-browser"))
    assert chromium.find() == mine


def test_root_on_debian_installs_with_apt_after_an_update(
    bare: Path, ran: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "_is_root_on_debian", lambda: True)
    with pytest.raises(Missing, match="apt install chromium"):
        chromium.ensure()
    assert [command[2] for command in ran] == ["update", "install"]
    path = install(bare, "chromium")
    assert chromium.ensure() == path


@pytest.mark.usefixtures("bare")
def test_elsewhere_playwright_is_asked_for_one(ran: list, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "_is_root_on_debian", lambda: False)
    with pytest.raises(Missing, match="Google Chrome"):
        chromium.ensure()
    assert ran[0][1:] == ("-m", "playwright", "install", "chromium")
