"""Passwords: hashed with Argon2id, a few at a time."""

from __future__ import annotations

import secrets
import threading

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

# OWASP's least settings for Argon2id: 19 MiB, two passes, one lane.
_HASHER = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),))
AT_ONCE = 2
"""Hashes computed at the same moment, so that many sign-ins cost neither memory nor breath."""
_slots = threading.BoundedSemaphore(AT_ONCE)

SHORTEST, LONGEST = 10, 128
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike on paper."""
_COMMON = frozenset({"password", "kata sandi", "katasandi", "qwerty", "admin", "1234567890"})


class WeakPassword(ValueError):
    """The password is too easy to guess; the message says what to do."""


def hashed(password: str) -> str:
    """Return the hash to keep of a password."""
    with _slots:
        return _HASHER.hash(_bytes(password))


def matches(password: str, kept: str | None) -> bool:
    """Tell whether a password has the kept hash; without one, take as long to say no."""
    with _slots:
        right = _HASHER.verify(_bytes(password), kept or _NOBODYS)
    return right and kept is not None


def made() -> str:
    """Make a password to be read from paper: four groups of four letters, 79 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def require_strong(password: str, name: str) -> None:
    """Raise `WeakPassword` unless the password is long enough and not the obvious one."""
    plain = password.casefold().strip()
    if not SHORTEST <= len(plain) <= LONGEST:
        raise WeakPassword(f"Kata sandi harus {SHORTEST} sampai {LONGEST} huruf.")
    if len(set(plain)) < 5 or plain in _COMMON or name.casefold() in plain:
        raise WeakPassword(
            "Kata sandi ini mudah ditebak. Hindari nama pengguna dan huruf yang berulang; "
            "beberapa kata yang tidak berkaitan lebih baik."
        )


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")


_NOBODYS = hashed(secrets.token_hex(16))
"""Of a password that nobody knows."""
