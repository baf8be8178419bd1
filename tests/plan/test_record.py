"""Records: exact both ways, named by what they say, readable when columns come."""

import contextlib
import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from pandas.testing import assert_frame_equal

from lib.plan import record, schema
from lib.plan.change.difference import same
from lib.plan.plan import Plan, Stamp
from lib.plan.record import SCHEME, RecordError, digest, packed, unpacked
from lib.plan.schema import Column, Sheet
from lib.workbook.reading import reader
from lib.workbook.writing import writer
from tests.factory import (
    assert_same_plan,
    big_plan,
    decree_plan,
    make_plan,
    sample_plan,
    with_activity,
    with_indicator,
)
from tests.plan.small_plans import two_plans

SHIPPED = pytest.mark.parametrize("make", [decree_plan, sample_plan, big_plan])


def canonical(plan: Plan) -> Plan:
    return replace(plan, stamp=Stamp(plan.stamp.plan_id))


def rewritten(content: bytes, **entries: object) -> bytes:
    """Change entries at the top of a record."""
    tree = json.loads(zlib.decompress(content)) | entries
    return zlib.compress(json.dumps(tree).encode())


@SHIPPED
def test_a_record_says_what_the_workbook_says(make):
    plan = canonical(make())
    found = unpacked(packed(plan), plan.stamp.plan_id)
    assert_same_plan(found, plan)
    assert_same_plan(found, reader.read(writer.write(plan)))


@given(two_plans())
def test_any_plan_comes_back_exactly_and_what_differs_has_another_code(plans):
    for plan in plans:
        assert_same_plan(unpacked(packed(plan), "kecil"), plan)
    codes = {digest(packed(plan)) for plan in plans}
    assert (len(codes) == 1) == same(*plans)


def test_neither_compression_nor_row_order_nor_stamp_changes_the_code():
    plan = with_indicator(sample_plan(), "1.a", 2024, target=12.0)
    code = digest(packed(plan))
    assert digest(zlib.compress(zlib.decompress(packed(plan)), 1)) == code
    assert digest(packed(replace(plan, stamp=Stamp("lain", 7)))) == code
    turned = plan.with_progress(plan.activity_progress.iloc[::-1])
    assert digest(packed(turned)) == code
    assert digest(packed(with_indicator(plan, "1.a", 2024, target=12))) == code
    assert digest(packed(with_indicator(plan, "1.a", 2024, target=13.0))) != code


def test_a_column_that_comes_later_changes_no_code_and_reads_as_blank(monkeypatch):
    plan = canonical(sample_plan())
    content = packed(plan)
    columns = (*schema.ACTIVITY_COLUMNS, Column("perlu", "PERLU KEPUTUSAN"))
    monkeypatch.setitem(schema.PROGRESS_COLUMNS, Sheet.ACTIVITY_PROGRESS, columns)
    found = unpacked(content, plan.stamp.plan_id)
    assert found.activity_progress["perlu"].isna().all()
    assert_frame_equal(found.activity_progress.drop(columns="perlu"), plan.activity_progress)
    assert packed(found) == content
    kept = packed(with_activity(found, "I.1.b", 2023, perlu="Kepala Daerah"))
    monkeypatch.undo()
    with pytest.raises(RecordError, match="kolom yang tidak dikenal: perlu"):
        unpacked(kept, plan.stamp.plan_id)


def test_an_older_scheme_is_brought_up_step_by_step(monkeypatch):
    plan = canonical(sample_plan())
    steps = []

    def step(tree):
        steps.append(tree["scheme"])
        return tree | {"scheme": tree["scheme"] + 1}

    older = range(SCHEME - 3, SCHEME)
    monkeypatch.setattr(record, "UPGRADES", dict.fromkeys(older, step))
    old = rewritten(packed(plan), scheme=older[0])
    assert_same_plan(unpacked(old, plan.stamp.plan_id), plan)
    assert steps == list(older)


def in_the_first_scheme(plan):
    """The record that the first scheme made of a plan: without levels, register and keys."""
    tree = json.loads(zlib.decompress(packed(plan)))
    program = tree["sheets"]["A. Program"]["cells"]
    for name in ("tingkat", "nama_singkat"):
        program.pop(name, None)
    del tree["sheets"]["Perangkat Daerah"]
    return zlib.compress(json.dumps(tree | {"scheme": 1}).encode())


@pytest.mark.parametrize("plan", [decree_plan(), sample_plan(), big_plan(), make_plan()])
def test_a_record_of_the_first_scheme_reads_as_it_did(plan):
    names = plan.registers[Sheet.AGENCIES].assign(peran=None)  # whose roles nobody stated then
    expected = plan.with_rows(Sheet.AGENCIES, names)
    assert same(unpacked(in_the_first_scheme(plan), plan.stamp.plan_id), expected)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "mampat"),
        (zlib.compress(b"{"), "bukan JSON"),
        (zlib.compress(b"[]"), "skema"),
        (zlib.compress(f'{{"scheme": {SCHEME}}}'.encode()), "tidak berbentuk rencana"),
        (rewritten(packed(decree_plan()), scheme=SCHEME + 1), "perbarui aplikasi"),
        (rewritten(packed(decree_plan()), sheets={}), "tidak berbentuk rencana"),
    ],
)
def test_what_is_no_record_of_ours_is_said_in_words(content, words):
    with pytest.raises(RecordError, match=words):
        unpacked(content, "rencana")


@pytest.mark.parametrize("place", range(0, 1000, 97))
def test_a_changed_byte_never_passes(place):
    content = bytearray(packed(sample_plan()))
    content[place] ^= 0x40
    with contextlib.suppress(RecordError):
        assert digest(bytes(content)) != digest(packed(sample_plan()))
