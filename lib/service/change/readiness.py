"""What must hold before a proposal is stored; a sentence says what is still missing."""

from __future__ import annotations

from collections.abc import Collection

from lib.plan import record
from lib.plan.change.difference import same
from lib.plan.plan import Plan
from lib.service.change.locking import asked_notes
from lib.service.proposal import Proposal, Question
from lib.workbook import intake
from lib.workbook.writing import writer


class NotReady(Exception):
    """The proposal cannot be applied as it stands; the message says what is missing."""


def ready(proposal: Proposal, yes: Collection[Question]) -> Plan:
    """Return what is to be stored, or raise `NotReady` with the reason."""
    if proposal.proposed is None or not proposal.accepted:
        raise NotReady("Masih ada yang harus diperbaiki pada berkas ini.")
    if proposal.conflicts:
        raise NotReady(
            "Masih ada sel yang diisi berbeda sejak salinan ini diunduh dan belum dipilih."
        )
    if proposal.unchanged:
        raise NotReady("Tidak ada perubahan untuk diterapkan.")
    open_questions = set(proposal.questions) - set(yes)
    if open_questions == {Question.MADE_UP}:
        raise NotReady("Data CONTOH hanya diterima bila itu disetujui tersendiri.")
    if open_questions:
        raise NotReady("Masih ada pertanyaan yang belum disetujui.")
    return proposal.proposed


def must_be_noted(proposal: Proposal, note: str) -> None:
    """Raise `NotReady` where what it changes asks for a note, and there is none."""
    if (asked := asked_notes(proposal)) and not note.strip():
        raise NotReady(" ".join(asked))


def packed(plan: Plan) -> bytes:
    """Return the plan's record; `NotReady` where it would not come back the same."""
    content = record.packed(plan)
    if not same(record.unpacked(content, ""), plan):
        raise NotReady(
            "Data ini tidak dapat disimpan: yang terbaca kembali berbeda dari yang diajukan. "
            "Tidak ada yang berubah. Laporkan kepada pengelola aplikasi beserta berkasnya."
        )
    return content


def must_be_taken_back(plan: Plan) -> None:
    """Raise `NotReady` for a plan whose own download would be refused."""
    refusal = intake.refusal(writer.write(plan))
    if refusal is not None:
        raise NotReady(
            f"Rencana ini terlalu besar: unduhannya tidak akan diterima kembali. {refusal.seen} "
            "Tidak ada yang disimpan. Persingkat teksnya atau bagilah rencananya."
        )
