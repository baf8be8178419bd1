"""A page of the app as text: everything it draws, in order, as a person meets it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pandas as pd
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1.element_tree import Block

from tests.golden import figure_text
from tests.ui.drawn import chart_of, slides_of

_TOLD = (
    *("label", "body", "delta", "default", "value", "options", "placeholder", "url", "page"),
    *("queryString", "help", "icon", "disabled", "codeText", "shortcut", "caption", "text"),
)
_BLOCKS = ("popover", "expandable", "tab", "form", "column")


def described(app: Any) -> Iterator[str]:
    """Yield lines on a page that ran."""
    yield from _block(app._tree.children[0], "")


def _block(block: Block, indent: str) -> Iterator[str]:
    for _, child in sorted(block.children.items()):
        if isinstance(child, Block):
            line = _opening(child)
            if line:
                yield indent + line
            yield from _block(child, indent + "  " if line else indent)
        else:
            yield from (indent + line for line in _element(child))


def _opening(block: Any) -> str:
    proto = MessageToDict(block.proto) if block.proto is not None else {}
    kind = next((name for name in _BLOCKS if name in proto), block.type)
    inner = proto.get(kind, proto)
    words = [str(inner[key]) for key in ("label", "icon") if inner.get(key)]
    if kind == "column" or (kind == block.type and not words):
        return ""
    return " ".join([f"[{kind}]", *words])


def _element(element: Any) -> Iterator[str]:
    proto = element.proto
    kind = proto.WhichOneof("type") if element.type == "unknown" else element.type
    if element.type in ("dataframe", "table", "arrow_data_frame", "arrow_table"):
        yield f"{element.type}"
        yield from _table(element.value)
        return
    inner = getattr(proto, kind) if hasattr(proto, str(kind)) else proto
    chart = chart_of(inner)
    if chart is not None:
        yield f"chart: {chart['alt']}"
        yield from (f"  {line}" for line in figure_text.described(chart["figure"]))
        yield f"  config = {json.dumps(chart['config'])}"
        return
    slides = slides_of(inner)
    if slides is not None:
        yield f"slides: {slides['archive']}"
        yield from (f"  {slide['name']}: {slide['caption']}" for slide in slides["slides"])
        return
    fields = MessageToDict(inner)
    found = {key: fields[key] for key in _TOLD if fields.get(key) not in (None, "", [])}
    if "/media/" in found.get("url", ""):
        del found["url"]  # the hash of a file that says when it was made
    if kind == "date_input" and "default" in found:
        found["default"] = "‹tanggal›"  # counted from the day on which it runs
    yield f"{kind}: {' · '.join(f'{key}={_flat(value)}' for key, value in found.items())}"


def _table(table: Any) -> Iterator[str]:
    frame = pd.DataFrame(table)
    yield f"  {' | '.join(map(_flat, frame.columns))}"
    for row in frame.itertuples(index=False):
        yield f"  {' | '.join('–∅' if _blank(cell) else _flat(cell) for cell in row)}"


def _blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, float) and cell != cell)


def _flat(value: Any) -> str:
    return unquote(str(value)).replace("\n", " ⏎ ")
