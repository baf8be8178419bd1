"""The report in Word: "Laporan Monitoring dan Evaluasi Rencana Aksi"."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from lib.briefing import annex, written_tables
from lib.briefing.celltext import line
from lib.briefing.source import Briefing
from lib.briefing.word import closing, report_charts
from lib.briefing.word.paper import Paper
from lib.plan.figures import rollup
from lib.plan.figures.status import Light
from lib.plan.standing import Standing
from lib.voice import activities, breakdowns, conclusions, decision_words, trend
from lib.voice.concerns import ATTENTION, NOTHING_URGENT
from lib.voice.directive_words import STILL_OPEN
from lib.voice.key_figures import budget_sentence, evidence_sentence, figures_of, plan_figures
from lib.voice.words import document, measures
from lib.voice.words.signs import ASSUMED, SOURCE, STEPS_RULE, light_entry

TITLE = "Laporan Monitoring dan Evaluasi Rencana Aksi"
_NO_ROWS = "Tidak ada kegiatan yang direncanakan sampai tahun posisi laporan ini."
_DOTS = "." * 32


def report(briefing: Briefing, data: Path | None = None) -> bytes:
    """Return the report as a .docx file.

    Every number comes from `Standing`; what only a person can say is left as a marked place, and
    the signature block is empty. `data` is the data folder, where a regency's own template may
    lie; raises `Unfit` for one that cannot be used.
    """
    plan = briefing.plan
    mark = line(briefing.mark)
    paper = Paper(TITLE, plan.government, mark or TITLE, briefing.source, data, plan.document)
    paper.title(TITLE, *filter(None, (mark, plan.title, briefing.source)))
    paper.heading("Daftar isi", 3)
    paper.contents()
    for write in (
        _introduction, _summary, _results, _indicators, closing.write, _conclusion, _annex
    ):  # fmt: skip
        write(paper, briefing)
    return paper.finished()


def _introduction(paper: Paper, briefing: Briefing) -> None:
    standing, plan = briefing.standing, briefing.plan
    paper.page()
    paper.heading("Pendahuluan")
    paper.heading("Dasar hukum", 2)
    paper.say("Laporan ini disusun atas dasar dokumen berikut, sebagaimana ditetapkan.")
    paper.table(annex.particulars(plan))
    paper.heading("Maksud dan tujuan", 2)
    paper.to_fill("maksud dan tujuan pemantauan, serta cara dan waktu pengumpulan data")
    paper.heading("Ruang lingkup", 2)
    paper.say(f"Rencana aksi {plan.period} memuat:")
    paper.table(written_tables.figures(plan_figures(plan)))
    paper.say(f"Laporan dibaca pada posisi {standing.position.label} dari {briefing.label}.")
    paper.heading("Cara membaca angka", 2)
    paper.say(
        "Realisasi adalah angka kumulatif terakhir yang dilaporkan dalam tahun berjalan. Capaian "
        "adalah realisasi dibagi target. Rata-rata dihitung atas kegiatan-tahun yang direncanakan "
        f"sampai tahun posisi. {trend.MEAN}"
    )
    paper.points(map(light_entry, Light))
    paper.say(f"{SOURCE} {ASSUMED}")
    if standing.all_indicators["bertahap"].any():
        paper.say(STEPS_RULE)
    if locked := document.locked(plan):
        paper.say(locked)


def _summary(paper: Paper, briefing: Briefing) -> None:
    standing = briefing.standing
    paper.heading("Ringkasan")
    paper.say(f"{activities.headline(standing.activities, standing.position)}.")
    if standing.plan.is_reported:
        paper.table(written_tables.figures(figures_of(standing)))
        paper.heading(ATTENTION, 2)
        paper.points(conclusions.bullets(standing.attention) or [NOTHING_URGENT])
        if standing.decisions:
            paper.heading(decision_words.REQUESTED, 2)
            paper.say(f"{decision_words.headline(standing.decisions)}.")
            paper.table(written_tables.decisions(standing.decisions))
        if standing.directives:
            paper.heading(STILL_OPEN, 2)
            paper.table(written_tables.directives(standing.directives, standing.plan, standing.day))
        paper.heading("Perkembangan", 2)
        paper.say(f"{trend.of_standing(standing)}.")
        report_charts.curve(paper, standing)
    if standing.plan.is_reported and standing.groups:
        paper.heading("Kelompok program", 2)
        paper.say(f"{breakdowns.per_group(standing)}.")
        report_charts.statuses(paper, standing.groups, "kelompok program")
    paper.heading("Perangkat daerah", 2)
    paper.say(f"{breakdowns.per_agency(standing)}.")
    if standing.plan.is_reported and standing.agencies:
        report_charts.statuses(paper, standing.agencies, "perangkat daerah")
    paper.table(written_tables.agencies(standing.agencies))


def _results(paper: Paper, briefing: Briefing) -> None:
    standing = briefing.standing
    paper.page(wide=True)
    paper.heading("Hasil per kelompok program" if standing.groups else "Hasil per kegiatan")
    if standing.groups:
        paper.say(f"{breakdowns.per_group(standing)}.")
    else:
        _rows(paper, standing, standing.due)
    for part in standing.groups:
        is_group = part.code in standing.plan.groups
        paper.heading(f"{part.code} {part.name}" if is_group else part.name, 2)
        under_none = standing.due[standing.due["kp"].isna()]
        of_group = rollup.select(standing.due, group=part.code)
        _rows(paper, standing, of_group if is_group else under_none)


def _rows(paper: Paper, standing: Standing, rows: pd.DataFrame) -> None:
    if rows.empty:
        paper.say(_NO_ROWS)
        return
    sums = rollup.rollup(rows)
    paper.say(f"{activities.headline(rows, standing.position)}.")
    paper.say(" ".join(filter(None, (budget_sentence(sums), evidence_sentence(sums)))))
    paper.table(written_tables.results(rows))


def _indicators(paper: Paper, briefing: Briefing) -> None:
    standing = briefing.standing
    paper.page(wide=True)
    paper.heading("Indikator keberhasilan")
    paper.say(f"{measures.headline(standing.measures, standing.indicator_year)}.")
    measured = rollup.measured_years(standing.all_indicators, standing.position)
    if len(measured) > 1:
        sums = rollup.yearly(standing.all_indicators, measured)
        paper.say(f"{measures.over_years(sums)}.")
    if measured:
        report_charts.indicators(paper, standing, measured)
    years = standing.all_indicators["tahun"]
    for year in sorted(years[years <= standing.position.year].unique(), reverse=True):
        paper.heading(f"Tahun {year}", 2)
        paper.table(written_tables.indicators(rollup.select(standing.all_indicators, year=year)))


def _conclusion(paper: Paper, briefing: Briefing) -> None:
    standing = briefing.standing
    paper.page()
    paper.heading("Kesimpulan dan rekomendasi")
    paper.heading("Kesimpulan", 2)
    paper.points(conclusions.findings(standing, briefing.previous_label))
    paper.to_fill("penilaian tim atas hasil di atas")
    paper.heading("Rekomendasi", 2)
    paper.points(conclusions.steps(standing))
    paper.to_fill("rekomendasi tim, penanggung jawab, dan tenggatnya")
    paper.heading("Penutup")
    paper.to_fill("kalimat penutup")
    paper.signature(
        (f"{_DOTS[:16]}, {_DOTS[:20]}", f"Jabatan {_DOTS}", "", "", f"Nama {_DOTS}", f"NIP {_DOTS}")
    )


def _annex(paper: Paper, briefing: Briefing) -> None:
    notes = annex.notes(briefing.plan)
    if notes:
        paper.page()
        paper.heading("Lampiran: catatan tentang naskah")
        for note in notes:
            paper.say(note)
