"""What hinders kegiatan, with whom and since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lib.plan.standing import Obstacle, Standing
from lib.plan.text.clean_text import one_line
from lib.plan.text.indonesian import listing
from lib.typeface.fitting import shorten
from lib.voice.words.counting import NAMED, unit
from lib.voice.words.signs import assumption

QUOTED = 160
"""Letters quoted of a KENDALA or TINDAK LANJUT."""


def headline(standing: Standing) -> str:
    """Say how many unfinished kegiatan-years name an obstacle, with whom, and what is missing."""
    found = [one for one in standing.obstacles if one.obstacle]
    if not found:
        return _no_obstacle(standing)
    open_ = sum(not one.follow_up for one in found)
    what = f"{len(found)} {unit(standing.due)} berkendala{_whose(found)}"
    return f"{what}; {_followed(open_, len(found))}"


def _no_obstacle(standing: Standing) -> str:
    if standing.silent:
        return "Kendala dan tindak lanjut belum dilaporkan"
    silent = len(standing.unexplained)
    if silent:
        return f"{silent} {unit(standing.due)} perlu perhatian, tetapi kendalanya belum ditulis"
    return "Tidak ada kegiatan belum selesai yang melaporkan kendala"


def _whose(found: Iterable[Obstacle]) -> str:
    counts = Counter(name for one in found for name in one.agencies)
    if not counts:
        return ""
    if len(counts) == 1:
        [name] = counts
        return f", seluruhnya pada {name}" if counts.total() > 1 else f" pada {name}"
    if len(counts) > NAMED:
        return f" pada {len(counts)} perangkat daerah"
    return ": " + listing(f"{name} {count}" for name, count in counts.most_common())


def _followed(open_: int, total: int) -> str:
    if not open_:
        return "sudah ada tindak lanjut" if total == 1 else "semuanya sudah ada tindak lanjut"
    if open_ == total:
        return "belum ada tindak lanjut" if total == 1 else "semuanya belum ada tindak lanjut"
    return f"{open_} belum ada tindak lanjut"


def told(one: Obstacle) -> str:
    """Say behind a kegiatan's name how it stands, whose it is, what hinders and what is done."""
    state = ", ".join((one.status.lower(), *since_when(one)))
    parts = [f": {state}", listing(map(one_line, one.agencies))]
    if one.obstacle:
        parts.append(f"Kendala: {_brief(one.obstacle)}")
    follow_up = _brief(one.follow_up) if one.follow_up else "belum ada"
    return ". ".join([*filter(None, parts), f"Tindak lanjut: {follow_up}"])


def _brief(cell: str) -> str:
    return shorten(one_line(cell), QUOTED).rstrip(".")


def since_when(one: Obstacle) -> tuple[str, ...]:
    """Say since when a kegiatan-year is hindered, one fact each; () where no cell tells."""
    lines = []
    if one.behind:
        assumed = assumption(one.assumed and one.behind.quarter < 4)
        lines.append(f"di bawah target{assumed} sejak {one.behind.label}")
    if one.silent:
        lines.append(f"tanpa laporan sejak {one.silent.label}")
    if one.standing is not None and one.obstacle:
        lines.append("sudah ada pada rapat lalu" if one.standing else "baru sejak rapat lalu")
    return tuple(lines)
