"""The record of sign-ins, accounts and the shelf of plans: what can happen, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from lib.store.account_records import EventRecord

SYSTEM = "sistem"
SUBJECT_LENGTH = 64
"""A name that somebody typed is kept up to here."""


class EventKind(StrEnum):
    """What the record can hold."""

    SIGNED_IN = "masuk"
    SIGN_IN_FAILED = "gagal masuk"
    SIGNED_OUT = "keluar"
    ACCOUNT_ADDED = "akun ditambahkan"
    ACCOUNT_CHANGED = "akun diubah"
    ACCOUNT_DISABLED = "akun dinonaktifkan"
    ACCOUNT_ENABLED = "akun diaktifkan"
    PASSWORD_RESET = "kata sandi disetel ulang"
    PASSWORD_CHANGED = "kata sandi diganti pemiliknya"
    PLAN_MADE_DEFAULT = "rencana dijadikan utama"
    PLAN_PUT_AWAY = "rencana disembunyikan"
    PLAN_BROUGHT_BACK = "rencana ditampilkan kembali"


def event(kind: EventKind, actor: str, subject: str, detail: str = "") -> EventRecord:
    """Make an event of this moment."""
    return EventRecord(now(), actor, kind.value, legible(subject)[:SUBJECT_LENGTH], detail)


def legible(text: str) -> str:
    """Return what somebody typed without characters that nobody can see or no database keeps."""
    return "".join(letter for letter in text if letter.isprintable())


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)
