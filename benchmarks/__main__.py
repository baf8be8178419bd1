"""Runs the benchmarks: `python3 run.py bench [NAME …]`.

A benchmark compares with reference work in the same run, so that its ratio means the same on a
slow machine and a fast one.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.measuring.ratio import Ratio
from lib.plan.text.indonesian import number
from lib.settings import DATA

RESULTS = "ukuran.json"
_ROW = "{:<52} {:>8} {:>10} {:>10} {:>10} {:>3}  {}"


def names() -> list[str]:
    """List the benchmarks of this folder."""
    found = pkgutil.iter_modules([str(Path(__file__).parent)])
    return sorted(one.name for one in found if not one.ispkg and one.name != "__main__")


def main(wanted: Sequence[str]) -> int:
    """Run the benchmarks named, or all of them; 2 where a name is unknown."""
    if unknown := set(wanted) - set(names()):
        print(f"Tidak dikenal: {', '.join(unknown)}. Yang ada: {', '.join(names())}.")
        return 2
    found: dict[str, list[Ratio]] = {}
    for name in wanted or names():
        benchmark = importlib.import_module(f"benchmarks.{name}")
        print(f"\n{name}: {benchmark.TITLE}", flush=True)
        print(_ROW.format("", "kali", "batas", "kami", "acuan", "n", ""))
        found[name] = []
        for ratio in benchmark.measure():
            found[name].append(ratio)
            print(_row(ratio), flush=True)
        print(f"Tersimpan di {save(found)}.", flush=True)
    return 0


def _row(ratio: Ratio) -> str:
    sign = "≥" if ratio.at_least else "≤"
    return _ROW.format(
        ratio.what,
        number(ratio.value, 2),
        f"{sign} {number(ratio.limit, 2)}",
        _measured(ratio.subjects, ratio.unit),
        _measured(ratio.references, ratio.unit),
        len(ratio.subjects),
        "sesuai" if ratio.holds else "BELUM",
    )


def _measured(values: Sequence[float], unit: str) -> str:
    middle = median(values)
    return f"{number(middle, 3 if middle < 10 else 0)} {unit}"


def save(found: dict[str, list[Ratio]]) -> Path:
    """Write what was measured, with the machine and the versions, and return the file."""
    libraries = ("streamlit", "plotly", "pandas", "openpyxl")
    content = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {"python": platform.python_version(), "cores": os.cpu_count()},
        "load": os.getloadavg() if hasattr(os, "getloadavg") else None,
        "versions": {name: version(name) for name in libraries},
        "ratios": {name: [_told(one) for one in ratios] for name, ratios in found.items()},
    }
    path = DATA.path / RESULTS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def _told(ratio: Ratio) -> dict[str, object]:
    return {
        "what": ratio.what,
        "ratio": ratio.value,
        "limit": ratio.limit,
        "at_least": ratio.at_least,
        "holds": ratio.holds,
        "unit": ratio.unit,
        "ours": ratio.subjects,
        "reference": ratio.references,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
