"""What commands write to the shell: no name or text may steer the terminal that shows it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from lib.plan.text.clean_text import tidy, written_out


def say(*lines: object) -> None:
    """Print lines for a person, each cleaned and on one line."""
    for line in lines:
        print(_clean(line), flush=True)


def complain(*lines: object) -> None:
    """Print lines to the error stream, each cleaned; their own line breaks stay."""
    for line in lines:
        for part in str(line).split("\n"):
            print(_clean(part), file=sys.stderr, flush=True)


def refuse(why: str) -> int:
    """Complain, and return what the command then exits with."""
    complain(why)
    return 1


def say_json(record: Mapping[str, Any]) -> None:
    """Print one line of JSON that holds every sign, the steering ones spelled as `\\u202e`."""
    print(written_out(json.dumps(record, ensure_ascii=False)), flush=True)


def _clean(line: object) -> str:
    """Return a line as it may be shown, its indent kept."""
    text = str(line)
    indent = len(text) - len(text.lstrip(" "))
    return " " * indent + tidy(text).replace("\n", " ")
