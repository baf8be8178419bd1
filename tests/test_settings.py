"""Settings from the environment and `.env`."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib import settings
from lib.settings import BadSetting, Setting

HOURS = Setting("RENCANA_TEST_HOURS", "12", "")


@pytest.fixture
def env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "ENV_FILE", tmp_path / ".env")
    monkeypatch.delenv(HOURS.name, raising=False)
    return tmp_path / ".env"


def test_environment_goes_before_env_file_before_default(
    env_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert HOURS.number == 12
    env_file.write_text("RENCANA_TEST_HOURS=8")
    assert HOURS.number == 8
    monkeypatch.setenv(HOURS.name, "4")
    assert HOURS.number == 4


@pytest.mark.usefixtures("env_file")
def test_blank_in_the_environment_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOURS.name, " ")
    assert HOURS.number == 12


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_env_file_is_read_as_windows_saves_it(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / ".env"
    file.write_bytes("RENCANA_TEST_HOURS=8\r\n".encode(encoding))
    assert settings.read_env_file(file) == {"RENCANA_TEST_HOURS": "8"}


@pytest.mark.parametrize("content", [b"A=\xff\xe9", b"\xff\xfeA"])
def test_an_env_file_that_is_no_text_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / ".env"
    file.write_bytes(content)
    with pytest.raises(BadSetting, match=r"Berkas \.env tidak terbaca .* UTF-8"):
        settings.read_env_file(file)


def test_env_file_may_hold_comments_quotes_and_equal_signs(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(
        "# sandi\n\nexport A='satu dua'\nB = \"x=1\"\n#C=3\nbaris tanpa tanda\n",
        encoding="utf-8-sig",
    )
    assert settings.read_env_file(file) == {"A": "satu dua", "B": "x=1"}


@pytest.mark.usefixtures("env_file")
@pytest.mark.parametrize(("text", "on"), [("1", True), ("ya", True), ("", False), ("0", False)])
def test_switches_know_on_from_off(text: str, on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENCANA_TEST_SWITCH", text)
    assert Setting("RENCANA_TEST_SWITCH", "", "").is_on is on


@pytest.mark.usefixtures("env_file")
@pytest.mark.parametrize("text", ["nol", "0", "-1", "1.5"])
def test_a_bad_number_is_named_with_its_setting(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOURS.name, text)
    with pytest.raises(BadSetting, match=rf"RENCANA_TEST_HOURS.*{text}"):
        _ = HOURS.number


@pytest.mark.usefixtures("env_file")
def test_words_are_parted_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOURS.name, "a.go.id, b.go.id,")
    assert HOURS.words == ("a.go.id", "b.go.id")
