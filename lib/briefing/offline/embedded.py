"""What the offline copy carries with it: its own files, Plotly's script, the typeface."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from plotly.offline import get_plotlyjs

_HERE = Path(__file__).parent
_FONTS = _HERE.parents[1] / "ui" / "static" / "fonts"


@cache
def text(name: str) -> str:
    """Read one of the files beside this module."""
    return (_HERE / name).read_text("utf-8")


@cache
def plotly() -> str:
    """Plotly's script, such that nothing in it ends the element it stands in."""
    script: str = get_plotlyjs()
    return script.replace("\r\n", "\n").replace("</script", "<\\/script")


_RANGES = {
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,"
    "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    "latin-ext": "U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+1E00-1E9F,U+1EF2-1EFF",
}


@cache
def fonts() -> str:
    """The shipped typeface as CSS that carries the letters themselves."""
    return "".join(
        '@font-face{font-family:"Plus Jakarta Sans";font-weight:200 800;src:url('
        f"data:font/woff2;base64,{_letters(part)}) format('woff2');unicode-range:{letters}}}"
        for part, letters in _RANGES.items()
    )


def _letters(part: str) -> str:
    file = _FONTS / f"plus-jakarta-sans-{part}-wght-normal.woff2"
    return b64encode(file.read_bytes()).decode("ascii")


def policy(*scripts: str) -> str:
    """Forbid everything but the page's own scripts, styles, typeface and pictures."""
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(script: str) -> str:
    return b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
