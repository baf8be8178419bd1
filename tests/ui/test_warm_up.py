"""What a start has ready for the first visitor, seen in a process of its own."""

import os
import subprocess
import sys

import pytest

from lib.installation import ROOT
from lib.settings import DATA, SAMPLE

FIRST_PAGE = """
import gc, sys
import streamlit as st
from streamlit.testing.v1 import AppTest
from lib.service.actor import VISITOR
from lib.ui.viewer import services, session, standings, viewer
from lib.ui.viewer.warm_up import warm_up

services.open_or_end()
warm_up()
warm = set(sys.modules)
session.actor = lambda: VISITOR
app = AppTest.from_file(sys.argv[1], default_timeout=60).run()
assert not app.exception, app.exception
print("frozen", gc.get_freeze_count() > 100_000)
print("late", *sorted(name for name in set(sys.modules) - warm if name.startswith("lib.")))
print("makers", *sorted({"pptx", "docx", "lib.briefing.word.report"} & set(sys.modules)))
print("pages", sum(map(len, (app.metric, app.get("bidi_component")))))
"""
BROKEN_STORE = """
from lib.ui.viewer import warm_up

def broken():
    raise OSError("gone")

warm_up.services.library = broken
warm_up.warm_up()
print("started")
"""


def said(script: str, tmp_path, *arguments: str) -> dict[str, str]:
    """Run a script in a new process on a new sample's store; what it printed, by first word."""
    environment = {**os.environ, DATA.name: str(tmp_path), SAMPLE.name: "1"}
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert not done.returncode, done.stderr
    return dict(line.partition(" ")[::2] for line in done.stdout.splitlines())


@pytest.fixture(scope="module")
def first_page(tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("data")
    return said(FIRST_PAGE, folder, str(ROOT / "lib" / "ui" / "frame.py"))


def test_the_first_page_imports_nothing_of_ours_that_the_start_had_not_ready(first_page):
    assert int(first_page["pages"]) >= 7
    assert first_page["late"] == ""


def test_makers_of_deck_and_report_wait_until_somebody_asks(first_page):
    assert first_page["makers"] == ""


def test_what_stays_is_frozen_out_of_the_garbage_collector(first_page):
    assert first_page["frozen"] == "True"


def test_a_store_that_cannot_be_read_ahead_keeps_nothing_from_starting(tmp_path):
    assert "started" in said(BROKEN_STORE, tmp_path)
