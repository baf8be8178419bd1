"""A deck and a Word report as text: every word, number, place and size in them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation


def deck(content: bytes) -> Iterator[str]:
    """Yield lines on each slide: shapes with place and size in mm, texts, tables, charts, notes."""
    for number, slide in enumerate(Presentation(BytesIO(content)).slides, 1):
        yield f"=== slide {number}, {slide.slide_layout.name}"
        for shape in slide.shapes:
            yield from _shape(shape)
        if slide.has_notes_slide:
            yield "notes"
            yield from _indented(slide.notes_slide.notes_text_frame.text)


def _shape(shape: Any) -> Iterator[str]:
    place = " ".join(
        _millimetres(getattr(shape, one)) for one in ("left", "top", "width", "height")
    )
    yield f"{shape.name} [{place}]"
    if shape.has_text_frame:
        yield from _indented(shape.text_frame.text)
    if getattr(shape, "has_table", False):
        yield f"  columns {' '.join(_millimetres(one.width) for one in shape.table.columns)}"
        for row in shape.table.rows:
            cells = " | ".join(_flat(cell.text) for cell in row.cells)
            yield f"  {_millimetres(row.height)}: {cells}"
    if getattr(shape, "has_chart", False):
        yield from _chart(shape.chart)


def _chart(chart: Any) -> Iterator[str]:
    for plot in chart.plots:
        yield f"  {type(plot).__name__} over {' | '.join(map(_flat, plot.categories))}"
        for series in plot.series:
            values = ["–" if one is None else f"{one:.4g}" for one in series.values]
            yield f"    {_flat(series.name)}: {' '.join(values)}"


def _millimetres(length: Any) -> str:
    return "–" if length is None else f"{length / 36000:.1f}"


def word(content: bytes) -> Iterator[str]:
    """Yield a line per paragraph, with its style, and per row of a table."""
    document = Document(BytesIO(content))
    for section in document.sections:
        yield f"header {_flat(_text(section.header._element))}"
        yield f"footer {_flat(_text(section.footer._element))}"
    for element in document.element.body:
        if element.tag == qn("w:p"):
            style = element.style or "Normal"
            yield f"{style}: {_flat(_text(element))}"
        elif element.tag == qn("w:tbl"):
            for row in element.iter(qn("w:tr")):
                yield f"  {' | '.join(_flat(_text(cell)) for cell in row.iter(qn('w:tc')))}"


def _text(element: Any) -> str:
    parts = {qn("w:t"): lambda one: one.text or "", qn("w:br"): lambda _: "\n"}
    return "".join(parts[one.tag](one) for one in element.iter() if one.tag in parts)


def _flat(text: Any) -> str:
    return " / ".join(str(text).split("\n")).replace("\x0b", " / ")


def _indented(text: str) -> Iterator[str]:
    yield from (f"  {line}" for line in text.replace("\x0b", "\n").split("\n") if line.strip())
