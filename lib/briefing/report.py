"""The report in Word: "Laporan Monitoring dan Evaluasi Rencana Aksi"."""

from __future__ import annotations

from lib.briefing import annex, conclusions, headlines, tables
from lib.briefing.celltext import line
from lib.briefing.facts import Facts, Part
from lib.briefing.paper import Paper
from lib.briefing.source import Briefing
from lib.charts import headlines as charts
from lib.charts.bars import ASSUMED, LIGHT_WORDS, SOURCE
from lib.plan import rollup
from lib.plan.summary import budget_sentence, evidence_sentence, plan_figures

TITLE = "Laporan Monitoring dan Evaluasi Rencana Aksi"
_NO_ROWS = "Tidak ada kegiatan yang direncanakan sampai tahun posisi laporan ini."
_DOTS = "." * 32


def report(briefing: Briefing) -> bytes:
    """Return the report as a .docx file.

    Every number comes from `Facts`; what only a person can say is left as a marked place, and
    the signature block is empty.
    """
    facts = Facts(briefing)
    plan = briefing.plan
    mark = line(briefing.mark)
    paper = Paper(TITLE, plan.government, mark or TITLE, briefing.source)
    paper.title(TITLE, *filter(None, (mark, plan.title, plan.government, briefing.source)))
    paper.heading("Daftar isi", 3)
    paper.contents()
    for write in (_introduction, _summary, _results, _indicators, _conclusion, _annex):
        write(paper, facts)
    return paper.finished()


def _introduction(paper: Paper, facts: Facts) -> None:
    plan = facts.briefing.plan
    paper.page()
    paper.heading("Pendahuluan")
    paper.heading("Dasar hukum", 2)
    paper.say("Laporan ini disusun atas dasar dokumen berikut, sebagaimana ditetapkan.")
    paper.table(annex.particulars(plan))
    paper.heading("Maksud dan tujuan", 2)
    paper.to_fill("maksud dan tujuan pemantauan, serta cara dan waktu pengumpulan data")
    paper.heading("Ruang lingkup", 2)
    paper.say(f"Rencana aksi {plan.period} memuat:")
    paper.table(tables.figures(plan_figures(plan)))
    paper.say(f"Laporan dibaca pada posisi {facts.position.label} dari {facts.briefing.label}.")
    paper.heading("Cara membaca angka", 2)
    paper.say(
        "Realisasi adalah angka kumulatif terakhir yang dilaporkan dalam tahun berjalan. Capaian "
        "adalah realisasi dibagi target. Rata-rata dihitung atas kegiatan-tahun yang direncanakan "
        "sampai tahun posisi, tanpa yang ditunda; yang belum melapor dihitung nol kecuali "
        "disebut lain."
    )
    paper.points(LIGHT_WORDS.values())
    paper.say(f"{SOURCE} {ASSUMED}")


def _summary(paper: Paper, facts: Facts) -> None:
    paper.heading("Ringkasan")
    paper.say(f"{charts.activities(facts.activities, facts.position)}.")
    if facts.briefing.plan.is_reported:
        paper.table(tables.figures(facts.figures))
        paper.heading("Perlu perhatian pimpinan", 2)
        paper.points(conclusions.bullets(facts.attention) or [conclusions.NOTHING_URGENT])
    paper.heading("Perangkat daerah", 2)
    paper.say(f"{headlines.agencies(facts)}.")
    paper.table(tables.agencies(facts.agencies))


def _results(paper: Paper, facts: Facts) -> None:
    paper.page(wide=True)
    paper.heading("Hasil per kelompok program")
    paper.say(f"{headlines.groups(facts)}.")
    for part in facts.groups:
        _group(paper, facts, part)


def _group(paper: Paper, facts: Facts, part: Part) -> None:
    rows = rollup.select(facts.due, group=part.code)
    paper.heading(f"{part.code} {part.name}", 2)
    if rows.empty:
        paper.say(_NO_ROWS)
        return
    paper.say(f"{charts.activities(rows, facts.position)}.")
    paper.say(" ".join(filter(None, (budget_sentence(part.sums), evidence_sentence(part.sums)))))
    paper.table(tables.results(rows))


def _indicators(paper: Paper, facts: Facts) -> None:
    paper.page(wide=True)
    paper.heading("Indikator keberhasilan")
    paper.say(f"{charts.indicators(facts.measures, facts.indicator_year)}.")
    years = facts.all_indicators["tahun"]
    for year in sorted(years[years <= facts.position.year].unique(), reverse=True):
        paper.heading(f"Tahun {year}", 2)
        paper.table(tables.indicators(rollup.select(facts.all_indicators, year=year)))


def _conclusion(paper: Paper, facts: Facts) -> None:
    paper.page()
    paper.heading("Kesimpulan dan rekomendasi")
    paper.heading("Kesimpulan", 2)
    paper.points(conclusions.findings(facts))
    paper.to_fill("penilaian tim atas hasil di atas")
    paper.heading("Rekomendasi", 2)
    paper.points(conclusions.steps(facts))
    paper.to_fill("rekomendasi tim, penanggung jawab, dan tenggatnya")
    paper.heading("Penutup")
    paper.to_fill("kalimat penutup")
    paper.signature(
        (f"{_DOTS[:16]}, {_DOTS[:20]}", f"Jabatan {_DOTS}", "", "", f"Nama {_DOTS}", f"NIP {_DOTS}")
    )


def _annex(paper: Paper, facts: Facts) -> None:
    notes = annex.notes(facts.briefing.plan)
    if notes:
        paper.page()
        paper.heading("Lampiran: catatan tentang naskah")
        for note in notes:
            paper.say(note)
