"""A decree's table as a workbook of ours."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib.commands.check import read
from lib.commands.console import connection
from lib.commands.console.arguments import Parser, add_store_options
from lib.commands.console.shell import complain, say, say_json
from lib.commands.export import write
from lib.decree import conversion, corrections, questions
from lib.decree.accounting import Left
from lib.decree.answers import problem
from lib.decree.columns import known_offices
from lib.decree.conversion import Conversion
from lib.findings.finding import Finding
from lib.installation import Missing, reason
from lib.plan.register import NOBODY
from lib.service.new_plan import known_agencies, succession

if TYPE_CHECKING:
    from lib.commands.console.arguments import Commands
    from lib.service.library import Library

_LISTED = 20
"""Cells left out that are listed for people; --json lists them all."""


def add(_parser: Parser, commands: Commands) -> None:
    """Add `convert`."""
    words = "ubah tabel naskah (.docx, .xlsx, .txt bertab) menjadi buku kerja rencana aksi"
    command = commands.add_parser("convert", help=words, description=words)
    command.add_argument("file", type=Path, metavar="NASKAH", help=".docx, .xlsx, atau teks")
    command.add_argument("out", type=Path, metavar="TUJUAN.xlsx", help="buku kerja yang ditulis")
    command.add_argument(
        "--answers", type=Path, metavar="JAWABAN.toml", help="jawaban atas pertanyaan sebelumnya"
    )
    command.add_argument("--json", action="store_true", help="satu objek JSON")
    add_store_options(command)
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the workbook and what is unsure; 1 while something must be answered or is refused."""
    content = read(args.file)
    answers = _answers(args.answers)
    library = connection.library() if args.data or args.sample else None
    register = known_agencies.known(library, connection.KEEPER) if library else NOBODY
    made = conversion.convert(content, args.file.name, answers, register, date.today().year)
    workbook = _workbook(library, made, answers)
    if workbook is not None:
        write(args.out, workbook)
        if made.questions:
            text = questions.dump(args.file.name, made.asked, answers)
            write(answers_path(args.out), text.encode())
    if args.json:
        say_json(as_record(args.file, made))
    else:
        say(*as_lines(args, made, answers))
    for name in sorted(set(answers) - made.known):
        complain(f"Jawaban {name} tidak menjawab pertanyaan mana pun.")
    return int(not made.accepted)


def _workbook(
    library: Library | None, made: Conversion, answers: Mapping[str, str]
) -> bytes | None:
    """Return the workbook to write, with what it says of the plan before it, if any."""
    previous = answers.get(corrections.PREVIOUS)
    keeper = connection.KEEPER
    if library is not None and previous and succession.old_plan(library, keeper, answers):
        return succession.workbook(library, keeper, made, answers)
    if previous:
        complain(f"Rencana sebelumnya “{previous}” tidak ditemukan; sebut penyimpanannya: --data.")
    return made.workbook


def answers_path(out: Path) -> Path:
    """Return where the file of answers stands: beside the workbook."""
    return out.with_name(f"{out.stem}.answers.toml")


def _answers(path: Path | None) -> Mapping[str, str]:
    if path is None:
        return {}
    try:
        return questions.load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        words = reason(error) if isinstance(error, OSError) else "bukan teks UTF-8"
        raise Missing(f"Berkas {path} tidak dapat dibaca: {words}.") from None
    except questions.BadAnswers as error:
        raise Missing(str(error)) from None


def as_record(path: Path, made: Conversion) -> dict[str, Any]:
    """Return what is told as JSON."""
    account = made.draft.account if made.draft else None
    return {
        "file": str(path),
        "accepted": made.accepted,
        "questions": [_question(one) for one in made.questions],
        "cells": {
            "read": account.read if account else 0,
            "used": account.used if account else 0,
            "left": [_left(one) for one in account.left] if account else [],
        },
        "rows": len(made.draft.rows) if made.draft else 0,
        "findings": [_finding(one) for one in (*made.findings, *made.notices)],
    }


def _question(one: questions.Assumption) -> dict[str, Any]:
    names = ("id", "kind", "seen", "count", "proposed")
    return {**{name: getattr(one, name) for name in names}, "choices": list(one.choices)}


def _left(one: Left) -> dict[str, str]:
    return {"place": one.place, "text": one.text, "why": one.why}


def _finding(one: Finding) -> dict[str, Any]:
    names = ("code", "severity", "sheet", "cell", "seen", "expected", "advice")
    return {name: getattr(one, name) for name in names}


def as_lines(args: argparse.Namespace, made: Conversion, answers: Mapping[str, str]) -> list[str]:
    """Return lines for a person: what was read, what is asked, what was left out."""
    lines: list[str] = []
    for one in made.findings:
        lines += [f"{args.file}: {one.seen}", *(f"    {words}" for words in
                  (one.expected, one.advice) if words)]  # fmt: skip
    if made.draft is None:
        return lines
    account = made.draft.account
    lines.append(f"{made.draft.table}: {len(made.draft.rows)} baris. {account.words}.")
    lines += [f"  {one.sheet}, {one.cell}: {one.seen}" for one in made.notices]
    lines += _grouped(account.left)
    if new := known_offices.new_ones(made.draft, answers):
        lines.append(f"Perangkat daerah baru, belum dikenal penyimpanan ini: {'; '.join(new)}.")
    if made.questions:
        lines.append(f"{len(made.questions)} hal perlu dijawab:")
        for asked in made.questions:
            lines += _asked(asked, answers.get(asked.id, ""))
        lines.append(
            f"Ubah atau setujui jawabannya di {answers_path(args.out)}, lalu jalankan lagi dengan "
            f"--answers {answers_path(args.out)}."
        )
    lines.append(f"Buku kerja ditulis ke {args.out}.")
    return lines


def _asked(one: questions.Assumption, said: str) -> list[str]:
    """Return the lines that ask one thing; first what is wrong with what was answered to it."""
    wrong = problem(one, said) if said else ""
    about = [words for words in (wrong, _proposal(one)) if words]
    return [f"  {one.words or one.seen} ({one.count} kali)", *(f"      {each}" for each in about)]


def _proposal(one: questions.Assumption) -> str:
    """Say what is proposed; of a name that may be a known agency's, which it may be."""
    if one.kind is questions.QuestionKind.OFFICE:
        likely = one.choices[: one.choices.index(known_offices.NEW) + 1]
        return f"pilihan: {'; '.join(filter(None, likely))}; selengkapnya di berkas jawaban"
    return f"diusulkan: {one.proposed or '(belum ada)'}"


def _grouped(left: Sequence[Left]) -> list[str]:
    lines = [f"  {one.place}: “{one.text[:60]}” ({one.why})" for one in left[:_LISTED]]
    rest = len(left) - _LISTED
    return [*lines, f"  … dan {rest} sel lain (lihat --json)"] if rest > 0 else lines
