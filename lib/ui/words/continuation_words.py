"""Sentences about a plan that goes on with another: on Rencana baru, and on both plans' cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lib.plan.registers.continuation import GOING_ON, NOT_MAPPED, Continuation
from lib.plan.registers.register_sheet import CHANGED
from lib.plan.text.indonesian import listing
from lib.ui.escape import markdown

# --- Rencana baru ----------------------------------------------------------------------------

TITLE = "Lanjutkan rencana lama"
HELP = (
    "Bila rencana ini meneruskan rencana yang sudah ada, pilih rencana itu. Kegiatan lama "
    "dipasangkan dengan yang baru menurut kemiripan isi dan tempatnya; periksa, lalu simpan. "
    "Rencana lama tidak berubah, dan kartu kegiatan keduanya saling menautkan."
)
OLD_PLAN = "Rencana lama"
NO_OLD_PLAN = "Rencana ini berdiri sendiri"
UNREADABLE = "Rencana lama itu tidak dapat dibaca, jadi kelanjutannya tidak ikut disimpan."
PAGE = "Halaman"
NO_NEW = "tidak ada"
SAVE = "Simpan kelanjutan"
SAVED = "Kelanjutan disimpan."
FATE, NEW, REASON = "Kelanjutan", "Kegiatan baru", "Alasan"


def counts(counted: Mapping[str, int]) -> str:
    """Say how many old kegiatan have which fate."""
    return listing(f"{count} {fate.lower()}" for fate, count in counted.items())


def pairs(counted: Mapping[str, int]) -> str:
    """Head the old kegiatan with how many have which fate."""
    return f"Kegiatan lama: {counts(counted)}"


def page(first: int, last: int, total: int) -> str:
    return f"kegiatan {first} sampai {last} dari {total}"


def of(label: str, code: str) -> str:
    """Label a field of one old kegiatan."""
    return f"{label} {code}"


def told(fate: str) -> str:
    return fate or NOT_MAPPED


def no_new(codes: Sequence[str]) -> str:
    return f"Pilih kegiatan baru yang meneruskan {listing(codes)}, atau tandai belum dipetakan."


def no_reason(codes: Sequence[str]) -> str:
    return f"Tulis alasan {listing(codes)} dihentikan, atau tandai belum dipetakan."


def no_fate(codes: Sequence[str]) -> str:
    return (
        f"{listing(codes)}: kegiatan barunya sudah dipilih. Tandai Diteruskan atau Berubah, atau "
        "kosongkan kegiatan barunya."
    )


def goes_on(name: str, counted: Mapping[str, int]) -> str:
    """Say at the last step what the plan goes on with."""
    return f"Melanjutkan {markdown(name)}. {pairs(counted)}."


# --- Cards -----------------------------------------------------------------------------------


def from_old(one: Continuation, lead: str, plan: str) -> str:
    """Say on a new card what it goes on with; `lead` is the way there."""
    return f":material/history: {_verb(one)} {lead} dari rencana {markdown(plan)}.{_reason(one)}"


def to_new(one: Continuation, lead: str, plan: str) -> str:
    """Say on an old card what becomes of it in a plan after it; `lead` is the way there."""
    sign, where = ":material/update:", f"pada rencana {markdown(plan)}"
    if one.fate in GOING_ON:
        return f"{sign} {one.fate} menjadi {lead} {where}.{_reason(one)}"
    return f"{sign} {one.told} {where}.{_reason(one)}"


def _verb(one: Continuation) -> str:
    return "Meneruskan, dengan perubahan," if one.fate == CHANGED else "Meneruskan"


def _reason(one: Continuation) -> str:
    return f" Alasan: {markdown(one.reason)}" if one.reason else ""
