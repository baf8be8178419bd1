"""Rows of a table that list nothing: totals, "and so on", signatures and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lib.decree.words import numbering

TOTAL = "baris jumlah"
AND_SO_ON = "“dan seterusnya”, bukan kegiatan"
SIGNATURE = "penutup dan tanda tangan"
NOTE = "catatan di bawah tabel"

_TOTAL = re.compile(
    r"(?:sub ?)?(?:jumlah|total)(?:\s+(?:anggaran|keseluruhan|seluruhnya|pagu|biaya|akhir|"
    r"[ivx]{1,4}|\d{1,3}|[a-z]))*(?:\s+(?:program|kegiatan|per|\(|rp).*)?\s*[:.]*|grand total.*|"
    r"rata-rata",
    re.IGNORECASE,
)
_AND_SO_ON = frozenset(
    {"", "dst", "dsb", "dll", "dan seterusnya", "dan lain lain", "dan sebagainya", "dst dst"}
)
_SIGNATURE = re.compile(
    r"ditetapkan di|pada tanggal|di ?tetapkan|(?:pl[th]\.?|pj\.?)?\s*(?:wakil )?bupati\b|"
    r"wali ?kota|gubernur|sekretaris daerah|a\.?\s?n\.?\s|ttd\b|tertanda|nip\b|pembina\b|"
    r"mengetahui|tembusan|salinan sesuai|kepala bagian hukum|cap/ttd|penata\b.{0,12}$|"
    r"[a-z]+,\s*(?:\.{2,}|\d{1,2})?\s*[a-z]*\s*20\d\d$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:keterangan|catatan|ket|note|sumber|legenda|penjelasan)\s*(?::|$)|\*+\)?\s*\w|"
    r"[x√✓●○]\s*[:=]",
    re.IGNORECASE,
)


def is_total(texts: Sequence[str]) -> bool:
    """Tell whether a row sums up: JUMLAH, TOTAL."""
    return any(_TOTAL.fullmatch(text) for text in texts[:2])


def is_and_so_on(texts: Sequence[str]) -> bool:
    """Tell whether a row says only that more might follow."""
    rest = [numbering.split(text)[1] for text in texts if not numbering.parse(text)]
    words = {" ".join(re.findall(r"\w+", text.casefold())) for text in rest}
    return bool(rest) and words <= _AND_SO_ON and any(map(_trails_off, rest))


def _trails_off(text: str) -> bool:
    return ".." in text or "…" in text or any(sign.isalpha() for sign in text)


def ending(text: str) -> str:
    """Say what begins below a table's last row, a signature or notes; blank for a row."""
    for why, pattern in ((SIGNATURE, _SIGNATURE), (NOTE, _NOTE)):
        if pattern.match(text):
            return why
    return ""
