"""What a native chart holds: its series with values, fills and labels, read from its markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn


@dataclass(frozen=True, slots=True)
class PointLabel:
    """How a point's value is written beside or in it."""

    form: str
    size: float
    colour: Any
    """The element that holds the colour."""
    based: bool


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One series: values by place, and the elements that say how it looks."""

    node: Any
    values: dict[int, float]

    def shape(self, at: int) -> Any:
        """Return the `c:spPr` of a point: its own, else the series'."""
        for point in self.node.findall(qn("c:dPt")):
            if _index(point) == at:
                return point.find(qn("c:spPr"))
        return self.node.find(qn("c:spPr"))

    def label(self, at: int) -> PointLabel | None:
        """Return how a point is labelled; None for no label."""
        labels = self.node.find(qn("c:dLbls"))
        if labels is None:
            return None
        own = [one for one in labels.findall(qn("c:dLbl")) if _index(one) == at]
        return _label(own[0] if own else labels)


def series(chart_space: Any) -> list[ChartSeries]:
    """Read the series in the order they are drawn."""
    return [
        ChartSeries(node, _values(node.find(qn("c:val")))) for node in chart_space.iter(qn("c:ser"))
    ]


def count(chart_space: Any) -> int:
    """Return how many categories there are."""
    found = chart_space.find(f".//{qn('c:ser')}/{qn('c:val')}//{qn('c:ptCount')}")
    return 0 if found is None else int(found.get("val"))


def number_of(chart_space: Any, *path: str) -> float | None:
    """Return the number at the end of a path of names, such as `c:valAx`, `c:max`."""
    found = chart_space.find(".//" + "/".join(map(qn, path)))
    return None if found is None else float(found.get("val"))


def levels(chart_space: Any) -> list[dict[int, str]]:
    """Return the categories by place, those nearest the axis first, then those above them."""
    names = chart_space.find(f".//{qn('c:ser')}/{qn('c:cat')}")
    found = list(names.iter(qn("c:lvl"))) or [names]
    return [
        {int(point.get("idx")): point.findtext(qn("c:v")) for point in level.iter(qn("c:pt"))}
        for level in found
    ]


def _values(node: Any) -> dict[int, float]:
    return {int(pt.get("idx")): float(pt.findtext(qn("c:v"))) for pt in node.iter(qn("c:pt"))}


def _index(node: Any) -> int:
    return int(node.find(qn("c:idx")).get("val"))


def _label(node: Any) -> PointLabel | None:
    shown = node.find(qn("c:showVal"))
    form = node.find(qn("c:numFmt"))
    if shown is None or shown.get("val") != "1" or form is None:
        return None
    letters = node.find(f".//{qn('a:defRPr')}")
    place = node.find(qn("c:dLblPos"))
    based = place is not None and place.get("val") == "inBase"
    size = int(letters.get("sz")) / 100
    return PointLabel(form.get("formatCode"), size, letters.find(qn("a:solidFill")), based)
