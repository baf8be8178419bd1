"""Scripts and styles: compressed, kept by browsers for good, and only those that are listed."""

from __future__ import annotations

import gzip

import brotli
import httpx
import pytest

from lib.web.assets import bundle
from lib.web.chart_files import LIBRARY, SCRIPT
from tests.web.conftest import House

BIGGEST = max(bundle(), key=lambda address: bundle()[address].stat().st_size)


def asked(house: House, address: str, coding: str) -> httpx.Response:
    """Ask for an address, and leave the answer packed as it came."""
    headers = {"Accept-Encoding": coding}
    with httpx.stream("GET", house.server.url + address, headers=headers, timeout=60) as answer:
        answer.read_raw = b"".join(answer.iter_raw())
    return answer


@pytest.mark.parametrize("address", [LIBRARY.address, SCRIPT.address, BIGGEST])
@pytest.mark.parametrize(
    ("accepted", "coding", "unpacked"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip;q=1.0, deflate", "gzip", gzip.decompress),
        ("identity", None, bytes),
    ],
)
def test_a_file_comes_as_the_browser_takes_it(house, address, accepted, coding, unpacked) -> None:
    files = {**bundle(), LIBRARY.address: LIBRARY.path, SCRIPT.address: SCRIPT.path}
    answer = asked(house, address, accepted)
    assert answer.status_code == 200
    assert answer.headers.get("content-encoding") == coding
    assert unpacked(answer.read_raw) == files[address].read_bytes()
    assert "javascript" in answer.headers["content-type"]
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_packing_pays(house) -> None:
    sizes = {
        coding: len(asked(house, LIBRARY.address, coding).read_raw) for coding in ("br", "gzip")
    }
    assert sizes["br"] < sizes["gzip"] < LIBRARY.path.stat().st_size / 2.5


@pytest.mark.parametrize("address", ["/aset/plotly-000000000000.js", "/aset/../app.py", "/aset/"])
def test_no_other_file_is_handed_out(house, address) -> None:
    answer = httpx.get(house.server.url + address)
    assert "javascript" not in answer.headers.get("content-type", "")
    assert "Rencana" not in answer.text or "<html" in answer.text


def test_a_changed_file_has_another_address(tmp_path) -> None:
    first, second = tmp_path / "a.js", tmp_path / "b" / "a.js"
    second.parent.mkdir()
    first.write_text("1")
    second.write_text("2")
    names = {type(LIBRARY)(path, "/aset/").address for path in (first, second)}
    assert len(names) == 2
