"""Runs the benchmarks: `python3 run.py bench [NAME …]`.

A benchmark compares with reference work in the same run, so that its ratio means the same on a
slow machine and a fast one.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from lib.plan.indonesian import number


def names() -> list[str]:
    """List the benchmarks of this folder."""
    found = (module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    return sorted(name for name in found if name not in ("__main__", "ratio"))


def main(wanted: Sequence[str]) -> int:
    """Run the benchmarks named, or all of them; 2 where a name is unknown."""
    if unknown := set(wanted) - set(names()):
        print(f"Tidak dikenal: {', '.join(unknown)}. Yang ada: {', '.join(names())}.")
        return 2
    for name in wanted or names():
        benchmark = importlib.import_module(f"benchmarks.{name}")
        print(f"{name}: {benchmark.TITLE} …", flush=True)
        ratio = benchmark.measure()
        verdict = "sesuai" if ratio.value <= benchmark.WANTED else "DI ATAS"
        subject, reference = (
            number(median(times) * 1000, 0) for times in (ratio.subjects, ratio.references)
        )
        print(
            f"  {number(ratio.value, 2)} kali acuan; {verdict} batas {number(benchmark.WANTED, 2)} "
            f"(median {subject} ms terhadap {reference} ms, {len(ratio.subjects)} putaran)",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
