"""What the texts around a table say of the document: kind, number, subject, date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lib.decree.words import periods
from lib.plan import schema

_KIND = re.compile(
    r"\b((?:keputusan|peraturan|instruksi|surat edaran)\s+(?:bupati|wali ?kota|gubernur|"
    r"sekretaris daerah|kepala [a-z ]{3,40}?)(?:\s+(?!nomor|tentang|tahun|no\b)[a-z]+){0,3})",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:nomor|no\.?)\s*[:.]?\s*(\S.*?(?:tahun\s+\d{4})?)\s*(?=tentang\b|$)", re.I
)
_ABOUT = re.compile(r"\btentang\b\s*:?\s*(.*)", re.IGNORECASE)
_SUBJECT = re.compile(r"rencana aksi|matri(?:k|ks|x)\b|program kerja|rencana kerja", re.IGNORECASE)
_DATE = re.compile(r"\bpada tanggal\b\s*:?\s*(.+)|\btanggal\s*:\s*(.+)", re.IGNORECASE)
_PLACE = re.compile(r"\bditetapkan di\b\s*:?\s*(.+?)(?=\s*pada tanggal|$)", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"\bpemerintah(?:an)? (?:daerah )?(?:kabupaten|kota|provinsi)"
    r"(?:\s+(?!tahun\b|nomor\b|tentang\b)[A-Za-z]+){1,2}",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\b(bupati|wali ?kota|gubernur)\s+(?!nomor|no\b|tentang|tahun)([a-z]+(?: [a-z]+)?)", re.I
)
_REGIONS = {"bupati": "Kabupaten", "walikota": "Kota", "wali kota": "Kota", "gubernur": "Provinsi"}
_DATED = re.compile(r"tanggal|ditetapkan", re.IGNORECASE)
_TITLE = re.compile(r"rencana aksi|matri(?:k|ks|x)|periode|program kerja", re.IGNORECASE)
_DECREE_NUMBER = re.compile(r"(?:nomor|no\.)\s*:?.{0,40}?tahun\s+\d{4}", re.IGNORECASE)
_OFFICE_LABEL = re.compile(
    r"(?:perangkat daerah|opd|skpd|unit kerja|instansi|satuan kerja|dinas)\s*:\s*(.+)",
    re.IGNORECASE,
)
_OFFICE_NAME = re.compile(
    r"\b((?:dinas|badan|bagian|inspektor\w+|kecamatan|kantor|rsud)\b.*?)"
    r"(?=\s+(?:tahun|kabupaten|kab\.?|kota|periode)\b|$)",
    re.IGNORECASE,
)
_STOP = re.compile(r"^(?:menimbang|mengingat|memutuskan|menetapkan|bupati|lampiran|nomor)\b", re.I)


def read(titles: Iterable[str], after: Iterable[str], named: Sequence[int]) -> Mapping[str, str]:
    """Guess a document's items from the texts above and below its table; those found alone."""
    above = [" ".join(line.split()) for text in titles for line in text.split("\n")]
    below = [" ".join(line.split()) for text in after for line in text.split("\n")]
    above, below = [text for text in above if text], [text for text in below if text]
    found = {
        schema.GOVERNMENT: _government(above, below),
        schema.TYPE: _first(_KIND, above),
        schema.NUMBER: _first(_NUMBER, above),
        schema.ABOUT: _about(above),
        schema.DECREED: _decreed([*above, *below]),
        schema.PERIOD: _period(named),
    }
    return {item: text for item, text in found.items() if text}


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    for text in texts:
        if match := pattern.search(text):
            return (match[1] or "").strip(" :.,")
    return ""


def _about(texts: Sequence[str]) -> str:
    """Return the subject: what follows TENTANG, else the lines that name an action plan."""
    for index, text in enumerate(texts):
        if match := _ABOUT.search(text):
            rest = _going_on(match[1].strip(), texts[index + 1 :])
            if rest:
                return rest
    named = [index for index, text in enumerate(texts) if _SUBJECT.search(text)]
    if not named:
        return ""
    subject = [texts[named[0]]]
    for line in texts[named[0] + 1 :]:
        if not line.isupper() or _STOP.match(line) or len(subject) > 3:
            break
        subject.append(line)
    return " ".join(subject)


def _going_on(first: str, lines: Sequence[str]) -> str:
    """Return a subject with the lines in capitals that go on with it."""
    found = [first] if first else []
    for line in lines:
        if _STOP.match(line) or (found and not line.isupper()):
            break
        found.append(line)
    return " ".join(found)


def _decreed(texts: Sequence[str]) -> str:
    place = _first(_PLACE, texts)
    date = next((match[1] or match[2] for text in texts if (match := _DATE.search(text))), "")
    date = date.strip(" :.")
    if place and date:
        return f"di {place}, pada tanggal {date}"
    return f"pada tanggal {date}" if date else ""


def _government(above: Sequence[str], below: Sequence[str]) -> str:
    for text in (*above, *below):
        if match := _GOVERNMENT.search(text):
            return match[0].title() if match[0].isupper() else match[0]
    for text in (*above, *below):
        if match := _HEAD.search(text):
            region = _REGIONS.get(match[1].casefold(), "")
            name = match[2].split(" nomor")[0].split(" NOMOR")[0]
            return f"Pemerintah {region} {name.title()}".strip()
    return ""


def _period(years: Sequence[int]) -> str:
    if not years:
        return ""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}-{years[-1]}"


def years(titles: Iterable[str]) -> tuple[int, ...]:
    """Return the years that the titles above a table name, not those of numbers and dates."""
    texts = [_DECREE_NUMBER.sub(" ", text) for text in titles if not _DATED.search(text)]
    named = [text for text in texts if _TITLE.search(text)]
    for text in (*reversed(named), *reversed(texts)):
        if years := periods.years_in(text):
            return years
    return ()


def office(titles: Iterable[str]) -> str:
    """Return the one office that the texts above a table name as its own; blank for none."""
    texts = [" ".join(text.split()) for text in titles]
    for pattern in (_OFFICE_LABEL, _OFFICE_NAME):
        for text in reversed(texts):
            if match := pattern.search(text):
                return match[1].strip(" :.,")
    return ""
