"""The words of a slide's shapes, in the look that they or their layout give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pptx.oxml.ns import qn

from lib.briefing.deck.picture.inks import Inks
from lib.briefing.deck.picture.word_lines import Frame, Lettered, Piece

_POINT = 12700
_SIDES = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
_PLAIN_SIZE = 18.0


def frame(box: tuple[float, float, float, float], bodies: Iterable[Any]) -> Frame:
    """Return where words stand in a shape; the first of `bodies` that states a thing decides."""
    found = [body.find(qn("a:bodyPr")) for body in bodies]
    given = [one for one in found if one is not None]

    def stated(name: str, otherwise: str) -> str:
        return next((one.get(name) for one in given if one.get(name) is not None), otherwise)

    left, top, right, bottom = (
        int(stated(name, str(usual))) / _POINT for name, usual in _SIDES.items()
    )
    x, y, w, h = box
    return Frame(x + left, y + top, w - left - right, h - top - bottom, stated("anchor", "t"))


def paragraphs(body: Any, styles: Iterable[Any], inks: Inks, number: int) -> Iterator[Lettered]:
    """Yield the paragraphs of a text body.

    `styles` are elements such as `a:lvl1pPr` that say what the paragraphs do not, nearest first;
    `number` is the slide's own, where a field asks for it.
    """
    above = list(styles)
    for node in body.findall(qn("a:p")):
        own = node.find(qn("a:pPr"))
        looks = [] if own is None else [own]
        default = [style.find(qn("a:defRPr")) for style in above]
        runs = [one for one in default if one is not None]
        align = next((s.get("algn") for s in (*looks, *above) if s.get("algn")), "l")
        pieces = tuple(_pieces(node, runs, inks, number))
        end = node.find(qn("a:endParaRPr"))
        size = _size([end, *runs] if end is not None else runs)
        yield Lettered(pieces, align, _after(looks), size)


def _pieces(paragraph: Any, above: list[Any], inks: Inks, number: int) -> Iterator[Piece]:
    for node in paragraph:
        if node.tag not in (qn("a:r"), qn("a:fld"), qn("a:br")):
            continue
        own = node.find(qn("a:rPr"))
        looks = above if own is None else [own, *above]
        words = "\n" if node.tag == qn("a:br") else node.findtext(qn("a:t")) or ""
        if node.get("type") == "slidenum":
            words = str(number)
        bold = next((one.get("b") for one in looks if one.get("b") is not None), "0")
        colours = (inks.colour(one.find(qn("a:solidFill"))) for one in looks)
        ink = next((colour for colour in colours if colour), "#000000")
        yield Piece(words, _size(looks), bold in ("1", "true"), ink)


def _size(looks: list[Any]) -> float:
    stated = next((one.get("sz") for one in looks if one.get("sz")), None)
    return int(stated) / 100 if stated else _PLAIN_SIZE


def _after(looks: list[Any]) -> float:
    for look in looks:
        points = look.find(f"{qn('a:spcAft')}/{qn('a:spcPts')}")
        if points is not None:
            return int(points.get("val")) / 100
    return 0.0
