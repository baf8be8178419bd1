"""Thirty texts that try to be more than text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from lib.plan.plan import Plan

HOSTILE = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg onload=window.ran=1>",
    '"><script src=http://jahat.test/a.js></script>',
    "<iframe src=http://jahat.test/></iframe>",
    "<a href=javascript:window.ran=1>klik</a>",
    "<a href=http://jahat.test/html>klik</a>",
    "<style>@import url(http://jahat.test/a.css);*{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=http://jahat.test/'>",
    "![gambar](http://jahat.test/md.png)",
    "[klik](javascript:window.ran=1)",
    "[klik](http://jahat.test/markdown)",
    "http://jahat.test/telanjang",
    "www.jahat.test",
    "<http://jahat.test/sudut>",
    "javascript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    '=HYPERLINK("http://jahat.test/x","klik")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "\u202egnp.tegar\u202c",
    "a\u200bb\ufeffc\u2066d",
    "lonceng \x07 dan batal \x1b[31m merah",
    "# Judul\n---\n| a | b |",
    "$\\href{http://jahat.test/tex}{x}$ :red[merah] :material/delete:",
    "{{7*7}} ${7*7} %s %(a)s {0}",
    "'; DROP TABLE version; --",
    "%3Cscript%3Ewindow.ran=1%3C/script%3E &lt;script&gt;",
)

LINKS = (
    "http://jahat.test/a)[x](javascript:window.ran=1)",
    "http://jahat.test/'onmouseover='window.ran=1",
    "https://jahat.test/%0ajavascript:window.ran=1\nhttp://jahat.test/=1+1",
)
"""What a cell for links takes; tags in a link are refused before."""

ACTIVITY_TEXTS = ("kendala", "tindak_lanjut")
INDICATOR_TEXTS = (
    "definisi_operasional",
    "satuan",
    "penanggung_jawab",
    "sumber_data",
    "catatan",
)


def hostile_plan(plan: Plan, turn: int) -> Plan:
    """Return a plan with a hostile text in every free-text cell, other ones at each turn."""
    texts = HOSTILE[turn * 15 :] + HOSTILE[: turn * 15]
    activities = _filled(plan.activity_progress, ACTIVITY_TEXTS, texts)
    activities = _filled(activities, ("bukti_dukung",), LINKS)
    indicators = _filled(plan.indicator_progress, INDICATOR_TEXTS, texts)
    indicators = _filled(indicators, ("bukti_dukung",), LINKS)
    indicators = indicators.assign(target=2.0, realisasi=1.0)  # whatever the unit says
    program = plan.program.assign(uraian=_cycle(texts, plan.program))
    indicator_names = plan.indicators.assign(indikator=_cycle(texts, plan.indicators))
    activities["kegiatan"] = activities["no"].map(program.set_index("no")["uraian"])
    indicators["indikator"] = indicators["no"].map(indicator_names.set_index("no")["indikator"])
    document = {
        item: texts[at % 30] if item not in ("Periode",) else value
        for at, (item, value) in enumerate(plan.document.items())
    }
    return replace(
        plan,
        program=program,
        indicators=indicator_names,
        document=document,
        activity_progress=activities,
        indicator_progress=indicators,
    )


def _filled(frame: pd.DataFrame, columns: Sequence[str], texts: Sequence[str]) -> pd.DataFrame:
    filled = {name: _cycle(texts, frame) for name in columns}
    return frame.assign(**filled).astype(dict.fromkeys(columns, "str"))


def _cycle(texts: Sequence[str], frame: pd.DataFrame) -> list[str]:
    return [texts[at % len(texts)] for at in range(len(frame))]
