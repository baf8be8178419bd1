"""Passwords: hashed with Argon2id, a few at a time."""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Iterable
from pathlib import Path

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from zxcvbn import zxcvbn  # type: ignore[import-untyped]

# OWASP's least settings for Argon2id: 19 MiB, two passes, one lane.
_HASHER = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),))
AT_ONCE = 2
"""Hashes computed at the same moment, so that many sign-ins cost neither memory nor breath."""
_slots = threading.BoundedSemaphore(AT_ONCE)

SHORTEST, LONGEST = 10, 128
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike on paper."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_LIST = Path(__file__).parent / "common_passwords.txt"
_COMMON = tuple(
    line.strip()
    for line in _LIST.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
)
"""Words of Indonesian passwords, most common first; English ones are known to zxcvbn."""
_LEAST_OF_ONES_OWN = 4
"""Letters that must be left of a password once common and known words are taken out."""
_LEAST_SCORE = 3
"""zxcvbn's "safely unguessable": a hundred million guesses."""
_LOOKED_AT = 72
"""Letters that zxcvbn looks at; what is longer is strong by its length, or repeats itself."""


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
    return right and bool(kept)


def made() -> str:
    """Make a password to be read from paper: four groups of four letters, 79 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def require_strong(password: str, name: str, known: Iterable[str] = ()) -> None:
    """Raise `WeakPassword` unless a password is long enough and hard to guess.

    `known` are texts that others know of the person or the plan: a password must not consist of
    their words, nor of those that many take.
    """
    plain = password.casefold().strip()
    if not SHORTEST <= len(plain) <= LONGEST:
        raise WeakPassword(f"Kata sandi harus {SHORTEST} sampai {LONGEST} huruf.")
    words = [name.casefold(), *_words(known), *_COMMON]
    easy = len(set(plain)) < 5 or name.casefold() in plain or _is_made_of(plain, words)
    if easy or zxcvbn(plain[:_LOOKED_AT], user_inputs=words)["score"] < _LEAST_SCORE:
        raise WeakPassword(
            "Kata sandi ini mudah ditebak. Hindari nama pengguna, kata yang sering dipakai, kata "
            "dari rencana ini, dan huruf yang berulang; beberapa kata yang tidak berkaitan lebih "
            "baik."
        )


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in _WORD.findall(text.casefold())]


def _is_made_of(plain: str, words: Iterable[str]) -> bool:
    """Tell whether nothing of its own is left of a password without the words, longest first."""
    left = plain
    for word in sorted(set(words), key=len, reverse=True):
        left = left.replace(word, " ")
    return len(re.sub(r"[\W\d_]", "", left)) < _LEAST_OF_ONES_OWN


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")


_NOBODYS = hashed(secrets.token_hex(16))
"""Of a password that nobody knows."""
