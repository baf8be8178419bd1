"""Settings: one table of name, default and help, read from the environment and `.env`.

The environment goes before `.env`; a blank value means the default.
"""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENV_FILE = ROOT / ".env"

_TRUE = frozenset({"1", "true", "yes", "ya"})
_FALSE = frozenset({"", "0", "false", "no", "tidak"})


TOLD = 78
"""Exit status of a server that said in a sentence why it cannot start."""


class BadSetting(Exception):
    """A setting holds what it cannot; the message says so to whoever set it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the name of its variable, its default, and what it does."""

    name: str
    default: str
    help: str

    @property
    def text(self) -> str:
        """The value as set, or the default."""
        found = os.environ.get(self.name)
        if found is None:
            found = read_env_file(ENV_FILE).get(self.name, "")
        return found.strip() or self.default

    @property
    def is_on(self) -> bool:
        """The value as a switch: `1` or blank."""
        word = self.text.lower()
        if word not in _TRUE | _FALSE:
            raise self._bad("harus 1 (ya) atau kosong (tidak)")
        return word in _TRUE

    @property
    def number(self) -> int:
        """The value as a whole number above zero."""
        if not self.text.isdecimal() or not int(self.text):
            raise self._bad("harus bilangan bulat di atas 0")
        return int(self.text)

    @property
    def words(self) -> tuple[str, ...]:
        """The value's parts between commas."""
        return tuple(word.strip() for word in self.text.split(",") if word.strip())

    @property
    def path(self) -> Path:
        """The value as a path, seen from the project's folder."""
        return ROOT / Path(self.text).expanduser()

    def _bad(self, rule: str) -> BadSetting:
        return BadSetting(
            f"Pengaturan {self.name} {rule}, bukan “{self.text}”. "
            "Perbaiki di lingkungan atau di berkas .env."
        )


def check() -> None:
    """Raise `BadSetting` where a setting holds what it cannot."""
    for switch in (SAMPLE, REQUIRE_LOGIN, STREAMLIT_CHARTS):
        _ = switch.is_on
    _ = SESSION_HOURS.number


def read_env_file(path: Path) -> dict[str, str]:
    """Read `NAME=value` lines, quotes around values allowed; empty where there is no file."""
    if not path.is_file():
        return {}
    values = {}
    for line in _decoded(path.read_bytes(), path.name).splitlines():
        name, sign, value = line.strip().removeprefix("export ").partition("=")
        if sign and not name.startswith("#"):
            values[name.strip()] = _unquoted(value.strip())
    return values


def _decoded(content: bytes, name: str) -> str:
    """Read text as editors on Windows save it: UTF-8, or UTF-16 as PowerShell writes it."""
    encoding = "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif content[1:2] == b"\0":
        encoding = "utf-16-le"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise BadSetting(
            f"Berkas {name} tidak terbaca sebagai teks UTF-8. Buka di Notepad, pilih Simpan "
            "Sebagai dengan pengodean UTF-8, lalu jalankan lagi."
        ) from None


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value


DATA = Setting(
    "RENCANA_DATA", "var", "Data folder: the embedded store and its secrets. `--data` sets it."
)
SAMPLE = Setting("RENCANA_SAMPLE", "", "`1` shows the made-up progress report. `--sample` sets it.")
DATABASE_URL = Setting(
    "DATABASE_URL", "", "PostgreSQL by `postgresql://…`; blank keeps SQLite in the data folder."
)
ADMIN_PASSWORD = Setting(
    "RENCANA_ADMIN_PASSWORD",
    "",
    "Password of `admin` at the first start; blank makes one and prints it once.",
)
REQUIRE_LOGIN = Setting("RENCANA_REQUIRE_LOGIN", "", "`1` asks for an account to view, too.")
ALLOWED_HOSTS = Setting(
    "RENCANA_ALLOWED_HOSTS",
    "",
    "Host names or addresses served beside this machine's own (`localhost`), between commas; "
    "`*` serves any.",
)
SESSION_HOURS = Setting("RENCANA_SESSION_HOURS", "10", "Hours until a sign-in ends.")

STREAMLIT_CHARTS = Setting(
    "RENCANA_STREAMLIT_CHARTS", "", "`1` draws the charts by Streamlit's own element."
)

SETTINGS = (
    DATABASE_URL,
    ADMIN_PASSWORD,
    REQUIRE_LOGIN,
    ALLOWED_HOSTS,
    SESSION_HOURS,
    STREAMLIT_CHARTS,
    DATA,
    SAMPLE,
)
