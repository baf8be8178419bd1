"""What a figure function gives back, and how it is asked to look."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

import pandas as pd
import plotly.graph_objects as go

PICTURE = (1600, 900)
"""Width and height of a saved picture, in pixels; taller only where rows would not be legible."""

# Plotly's own button words; it shows only those it finds here, by its English key.
_WORDS = {
    "Download plot as a PNG": "Simpan gambar (PNG)",
    "Preparing image - this may take a few seconds": "Gambar sedang disiapkan",
    "Image download succeeded": "Gambar tersimpan",
    "Sorry, there was a problem downloading your image!": "Maaf, gambar gagal disimpan.",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a figure is to be drawn; the data decide everything else."""

    dark: bool = False
    compact: bool = False
    """For a phone."""
    meeting: bool = False
    """Larger type, for a projector."""
    footer: str = ""
    """Source line burnt into the picture: position, version and time, written by the caller."""
    sample: bool = False
    """Whether the figures are made up, which the picture then says."""
    width: int | None = None
    """Pixels the figure will have; None for the width its page usually gives it."""
    rows: tuple[str, ...] | None = None
    """Keys of the rows there is room for; None for all. Headlines speak of all of them."""
    buttons: bool = True
    """Whether the camera and the copy button stand over the figure's corner."""

    def shows(self, key: str) -> bool:
        """Tell whether a row is to be drawn."""
        return self.rows is None or key in self.rows


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure and everything that must go with it."""

    figure: go.Figure
    headline: str
    """The finding in one sentence; it also is the figure's own title."""
    alt: str
    """For those who cannot see the figure: what it shows, and the takeaway."""
    table: pd.DataFrame
    """The same facts as text, with Indonesian headers."""
    name: str
    """File name of a saved picture, without ending."""
    height: int
    """Pixels the figure needs to stay legible."""
    width: int
    """Pixels of width it was laid out for; wider is fine."""

    @property
    def picture(self) -> tuple[int, int, float]:
        """Width, height and scale with which the figure becomes a picture of `PICTURE` size.

        Laid out small and then enlarged, so that type stays readable on a slide. A figure
        with so many rows that type would shrink below two thirds becomes taller instead.
        """
        width, height = PICTURE
        wanted = max(self.width, 640, min(self.height, height * 1.35) * width / height)
        laid_out = 16 * ceil(wanted / 16)
        return laid_out, max(laid_out * height // width, self.height), width / laid_out

    @property
    def config(self) -> dict[str, Any]:
        """Plotly's settings: no logo, no zoom, one Indonesian button that saves a picture."""
        width, height, scale = self.picture
        return {
            "displaylogo": False,
            "displayModeBar": True,
            "modeBarButtons": [["toImage"]],
            "scrollZoom": False,
            "doubleClick": False,
            "showTips": False,
            "locale": "id",
            "locales": {"id": {"dictionary": _WORDS, "format": {"decimal": ",", "thousands": "."}}},
            "toImageButtonOptions": {
                "format": "png",
                "filename": self.name,
                "width": width,
                "height": height,
                "scale": scale,
            },
        }
