"""A Plotly figure as text: what it draws trace by trace, its words, and a hash of its set-up."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import numpy as np

from tests.golden.kept import settled

_LONG = 400
"""Characters of a value that are told whole; a longer one ends in its hash."""
_WORDY = ("annotations", "shapes")


def described(figure: Mapping[str, Any]) -> Iterator[str]:
    """Yield lines on the traces, annotations and shapes of a figure, then on the rest of it."""
    for trace in figure["data"]:
        name = trace.get("name", "")
        yield f"trace {trace.get('type', 'scatter')} {name}".rstrip()
        for key in sorted(set(trace) - {"type", "name"}):
            yield f"  {key} = {_short(_plain(trace[key]))}"
    layout = dict(figure["layout"])
    layout.pop("template", None)
    for kind in _WORDY:
        for item in layout.pop(kind, ()):
            yield f"{kind[:-1]} {_short(_plain(item))}"
    for key in sorted(layout):
        yield f"layout.{key} = {_short(_plain(layout[key]))}"


def _plain(value: Any) -> Any:
    """Return a value with its packed arrays as lists, floats rounded, and no time of storing.

    Where a source line breaks goes by the widths of that time and of the version's code.
    """
    if isinstance(value, Mapping):
        if set(value) >= {"dtype", "bdata"}:
            return _plain(_unpacked(value))
        return {key: _plain(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return settled(value.replace("<br>", " ") if "kode" in value else value)
    return round(value, 4) if isinstance(value, float) else value


def _unpacked(packed: Mapping[str, Any]) -> Any:
    array = np.frombuffer(base64.b64decode(packed["bdata"]), dtype=np.dtype(packed["dtype"]))
    shape = [int(size) for size in str(packed.get("shape", array.size)).split(",")]
    return array.reshape(shape).tolist()


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    if len(text) <= _LONG:
        return text
    return f"{text[:_LONG]} … {len(text)} characters, {sha256(text.encode()).hexdigest()[:12]}"
