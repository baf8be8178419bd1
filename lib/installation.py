"""The installation: `.venv` with the pinned requirements, made and renewed by `run.py`.

Runs before anything is installed, so it knows the standard library alone.
"""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
RUNTIME = ("requirements.lock",)
TESTING = ("requirements.lock", "requirements-dev.lock")
"""Every package with the hashes of its files; the second holds the first (CONTRIBUTING.md)."""
TESTING_COMMANDS = frozenset({"test", "bench"})

_COLLECTING = re.compile(r"Collecting (\S+)")
_DOWNLOADING = re.compile(r"Downloading (\S+\.(?:whl|gz|zip))(?!\S)( \([^)]*\))?")
_INSTALLING = re.compile(r"Installing collected packages: (.*)")
_NO_DISK = re.compile(r"No space left|Errno 28|not enough space", re.IGNORECASE)
_BAD_HASH = re.compile(r"DO NOT MATCH THE HASHES", re.IGNORECASE)
_NO_NETWORK = re.compile(
    r"Connection|name resolution|getaddrinfo|timed? ?out|Max retries|ProxyError|SSLError|"
    r"No matching distribution",
    re.IGNORECASE,
)


_REASONS = {
    errno.EACCES: "tidak ada hak",
    errno.EPERM: "tidak ada hak",
    errno.EROFS: "disknya hanya dapat dibaca",
    errno.ENOENT: "tidak ada di sana",
    errno.ENOTDIR: "bagian dari namanya bukan folder",
    errno.EISDIR: "itu sebuah folder",
    errno.EEXIST: "ada berkas bernama sama",
    errno.ENOSPC: "disk penuh",
}


class Missing(Exception):
    """Something the machine lacks; the message tells the person what to do about it."""


def reason(error: OSError) -> str:
    """Say in Indonesian why a file or folder cannot be used."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def hand_over(arguments: Sequence[str]) -> int:
    """Make the installation ready and run `lib.cli` in it; return its exit status.

    On POSIX this process becomes the command. 2 where the machine lacks something.
    """
    try:
        python = prepare(TESTING if TESTING_COMMANDS & set(arguments[:1]) else RUNTIME)
    except Missing as missing:
        _say(str(missing))
        return 2
    except KeyboardInterrupt:
        _say("\nDihentikan sebelum selesai; perintah yang sama akan melanjutkan.")
        return 2
    # Not from the current folder, where another `lib` may lie.
    command = [str(python), "-X", "utf8", "-P", "-m", "lib.cli", *arguments]
    search = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": search}
    if os.name != "nt":  # there the caller would not wait for what replaces us
        os.execve(python, command, environment)
    return _wait(subprocess.Popen(command, env=environment))


def _say(words: str) -> None:
    """Tell the person, beside the standard output, which is the command's own."""
    print(words, file=sys.stderr, flush=True)


def _wait(process: subprocess.Popen[bytes]) -> int:
    """Wait through Ctrl+C, which the command gets too and answers by ending."""
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def prepare(requirements: Sequence[str], folder: Path = FOLDER) -> Path:
    """Return the Python of a virtual environment that holds what the files pin.

    Makes the environment where there is none or it is broken, and installs where a file
    changed since. Raises `Missing`.
    """
    try:
        if _is_ready(folder, requirements):
            return _python(folder)
        with _alone(folder):
            _make_ready(folder, requirements)
    except OSError as error:
        raise Missing(
            f"Folder {folder} tidak dapat disiapkan: {reason(error)}. "
            "Periksa ruang disk dan hak tulis, lalu coba lagi."
        ) from error
    return _python(folder)


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _is_ready(folder: Path, requirements: Sequence[str]) -> bool:
    return _works(_python(folder)) and _is_current(folder, requirements)


def _make_ready(folder: Path, requirements: Sequence[str]) -> None:
    """Make or renew the environment; one that is there goes only when its successor stands."""
    old = folder.with_name(f"{folder.name}-lama")
    if not _works(_python(folder)):
        _set_aside(folder, old)
        try:
            _create(folder)
            _install(_python(folder), requirements[-1])
            _remember(folder, requirements)
        except BaseException:
            _bring_back(folder, old)
            raise
        shutil.rmtree(old, ignore_errors=True)
    if not _is_current(folder, requirements):  # another start may have been faster
        _install(_python(folder), requirements[-1])
        _remember(folder, requirements)


def _set_aside(folder: Path, old: Path) -> None:
    if folder.exists():
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)


def _bring_back(folder: Path, old: Path) -> None:
    if old.exists():
        shutil.rmtree(folder, ignore_errors=True)
        old.rename(folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a lock that the operating system lets go of with the process: one start installs."""
    with folder.with_name(f"{folder.name}.kunci").open("a+b") as file:
        if not _lock(file, wait=False):
            _say("Menunggu penyiapan lain yang sedang berjalan …")
            _lock(file, wait=True)
        yield


def _lock(file: BinaryIO, wait: bool) -> bool:
    """Take the lock; False where another process holds it and there is no waiting."""
    while True:
        try:
            if os.name == "nt":
                import msvcrt

                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            return True
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise
            if not wait:
                return False
            time.sleep(0.2)


def _works(python: Path) -> bool:
    """Tell whether the environment is whole: it is not after an interruption or a new Python."""
    if not python.exists():
        return False
    return subprocess.run([python, "-c", "import pip"], capture_output=True).returncode == 0


def _create(folder: Path) -> None:
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise Missing(
            "Python ini tidak membawa modul venv yang lengkap. Di Debian dan Ubuntu pasang dengan: "
            f"sudo apt install python{sys.version_info.major}.{sys.version_info.minor}-venv"
        )
    _say(f"Menyiapkan lingkungan Python di {folder} …")
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(folder)], capture_output=True, text=True
    )
    if made.returncode:
        words = _last_line((made.stderr + made.stdout).splitlines())
        raise Missing(f"Lingkungan Python tidak dapat dibuat di {folder}: {words}")


def _install(python: Path, file: str) -> None:
    _say(f"Memasang paket dari {file}; pertama kali perlu beberapa menit …")
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check"]
    quietly = ("--progress-bar", "off", "--no-input", "--require-hashes")
    process = subprocess.Popen(
        [*command, *quietly, "-r", str(ROOT / file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    last: deque[str] = deque(maxlen=30)
    try:
        for step in _steps(process.stdout or (), last):
            _say(f"  {step}")
    finally:
        status = process.wait()
    if status:
        raise Missing(_why_not(last))
    _say("Selesai memasang.")


def _steps(output: Iterable[str], last: deque[str]) -> Iterator[str]:
    """Say in short what pip is doing, and keep its last lines."""
    count = 0
    for line in output:
        last.append(line.strip())
        if match := _COLLECTING.search(line):
            count += 1
            yield f"{count:>3}. {match[1]}"
        elif match := _DOWNLOADING.search(line):
            yield f"     mengunduh {' '.join(match[1].split('-')[:2])}{match[2] or ''}"
        elif match := _INSTALLING.search(line):
            yield f"     memasang {len(match[1].split(','))} paket …"


def _why_not(lines: Iterable[str]) -> str:
    lines = list(lines)
    text = "\n".join(lines)
    words = _last_line([line for line in lines if "ERROR" in line] or lines)
    if _NO_DISK.search(text):
        return f"Paket tidak dapat dipasang karena disk penuh. Kosongkan ruang di {ROOT.anchor}."
    if _BAD_HASH.search(text):
        return (
            "Sebuah paket yang diunduh bukan paket yang diuji (sidiknya berbeda), jadi tidak "
            f"dipasang. Coba lagi, atau periksa cermin pip yang dipakai. Kata pip: {words}"
        )
    if _NO_NETWORK.search(text):
        return (
            "Paket tidak dapat diunduh. Periksa sambungan internet (atau proksi dan cermin pip), "
            f"lalu jalankan perintah yang sama sekali lagi. Kata pip: {words}"
        )
    return f"Paket tidak dapat dipasang. Kata pip: {words}"


def _last_line(lines: Sequence[str]) -> str:
    return next((line for line in reversed(lines) if line.strip()), "tanpa keterangan")


def _is_current(folder: Path, requirements: Sequence[str]) -> bool:
    return all(
        stamp.is_file() and stamp.read_text() == digest
        for stamp, digest in _stamps(folder, requirements)
    )


def _remember(folder: Path, requirements: Sequence[str]) -> None:
    for stamp, digest in _stamps(folder, requirements):
        stamp.write_text(digest)


def _stamps(folder: Path, requirements: Sequence[str]) -> Iterator[tuple[Path, str]]:
    """Yield where the installed state of each file is noted, and what the file is now."""
    for name in requirements:
        digest = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        yield folder / f"{name}.sha256", digest
