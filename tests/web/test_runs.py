"""Runs are bounded: a few a second and connection, a few at once, in fair turns."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from lib.web.bounds import run_gate, runs
from lib.web.bounds.run_gate import RunGate, Visit
from lib.web.bounds.runs import AT_ONCE, Paced, RunLimit
from lib.web.streamlit_parts import ends_a_run
from tests.web.client import Visitor, watched
from tests.web.conftest import House

FLOOD = 150
ANSWERS_WITHIN, ANSWERS_AT_ALL = 1.0, 5.0
"""Seconds: what the long form asks of a machine of its own, and the short one of a busy one."""


def asked(page: str, *buttons: str) -> bytes:
    message = BackMsg()
    message.rerun_script.page_name = page
    for name in buttons:
        message.rerun_script.widget_states.widgets.append(WidgetState(id=name, trigger_value=True))
    return message.SerializeToString()


def page_of(data: bytes) -> str:
    message = BackMsg()
    message.ParseFromString(data)
    return message.rerun_script.page_name


def other(kind: str) -> bytes:
    message = BackMsg()
    setattr(message, kind, True)
    return message.SerializeToString()


def finished(kind: ForwardMsg.ScriptFinishedStatus.ValueType) -> bytes:
    message = ForwardMsg()
    message.script_finished = kind
    return message.SerializeToString()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Stop the clock of the pauses; call it to move on."""
    time = [1000.0]
    monkeypatch.setattr(runs, "monotonic", lambda: time[0])

    def forward(seconds: float) -> None:
        time[0] += seconds

    return forward


async def received(paced: Paced, most: int = 1000) -> list[bytes]:
    """What comes through without a pause."""
    found: list[bytes] = []
    while len(found) < most:
        try:
            message = await asyncio.wait_for(paced(), 0.05)
        except TimeoutError:
            return found
        found.append(message.get("bytes") or b"")
    return found


def paced(*messages: bytes, gate: RunGate | None = None, address: str = "a") -> Paced:
    """A connection on which messages came, and which stays open after them."""
    waiting = [{"type": "websocket.receive", "bytes": message} for message in messages]

    async def receive():
        if not waiting:
            await asyncio.Event().wait()
        return waiting.pop(0)

    return Paced(receive, gate or RunGate(), Visit(address))


def test_a_flood_becomes_a_few_runs_and_the_newest(clock: Callable[[float], None]) -> None:
    async def main() -> tuple[list[bytes], list[bytes]]:
        flood = paced(*(asked(f"halaman-{n}") for n in range(FLOOD)))
        first = await received(flood)
        clock(10)
        return first, await received(flood)

    first, later = asyncio.run(main())
    assert [page_of(data) for data in first] == [f"halaman-{n}" for n in range(AT_ONCE)]
    assert [page_of(data) for data in later] == [f"halaman-{FLOOD - 1}"]


def test_a_press_in_a_flood_is_not_lost(clock: Callable[[float], None]) -> None:
    async def main() -> list[bytes]:
        before = [asked("a") for _ in range(AT_ONCE + 3)]
        flood = paced(*before, asked("b", "terapkan"), *(asked("c") for _ in range(50)))
        await received(flood)
        clock(10)
        return await received(flood)

    [last] = asyncio.run(main())
    message = BackMsg()
    message.ParseFromString(last)
    assert message.rerun_script.page_name == "c"
    assert [state.id for state in message.rerun_script.widget_states.widgets] == ["terapkan"]


def test_other_messages_pass_a_waiting_run_and_stopping_drops_it(clock) -> None:
    async def main() -> tuple[list[bytes], list[bytes]]:
        runs_asked = [asked("a") for _ in range(AT_ONCE + 1)]
        flood = paced(*runs_asked, other("app_heartbeat"), other("stop_script"))
        first = await received(flood)
        clock(10)
        return first, await received(flood)

    first, later = asyncio.run(main())
    assert first[AT_ONCE:] == [other("app_heartbeat"), other("stop_script")]
    assert later == []


def test_a_person_at_work_is_never_held_up(clock: Callable[[float], None]) -> None:
    async def main() -> list[bytes]:
        person = paced(*(asked(str(n)) for n in range(40)))
        found = []
        for _ in range(40):
            found += await received(person, 1)
            clock(0.5)
        return found

    assert [page_of(data) for data in asyncio.run(main())] == [str(n) for n in range(40)]


# --- All connections together ----------------------------------------------------------------


def granted(gate: RunGate, asks: list[Visit]) -> list[Visit]:
    """Ask for each, and return who was granted in which order, one ending after the other."""

    async def main() -> list[Visit]:
        order: list[Visit] = []
        for visit in asks:
            gate.ask(visit).add_done_callback(lambda _, v=visit: order.append(v))
        for turn in count():
            await asyncio.sleep(0)
            if turn >= len(order) + 2:
                return order
            if turn < len(order):
                gate.finish(order[turn])
        return order

    return asyncio.run(main())


def test_only_a_few_run_at_once_and_one_address_never_holds_all() -> None:
    async def main() -> list[bool]:
        gate = RunGate(slots=3, of_one_address=2)
        mine = [gate.ask(Visit("flood")) for _ in range(20)]
        other_one = gate.ask(Visit("person"))
        third = gate.ask(Visit("another"))
        return [sum(answer.done() for answer in mine) == 2, other_one.done(), third.done()]

    assert asyncio.run(main()) == [True, True, False]


def test_addresses_take_turns() -> None:
    flood = [Visit("flood") for _ in range(10)]
    person = Visit("person")
    order = granted(RunGate(slots=1, of_one_address=1), [*flood, person])
    assert order.index(person) <= 2
    assert len(order) == 11


def test_a_run_that_begins_anew_waits_behind_others() -> None:
    async def main() -> tuple[bool, bool, bool]:
        gate = RunGate(slots=1, of_one_address=1)
        greedy, patient = Visit("a"), Visit("b")
        gate.ask(greedy)
        alone = gate.ask(greedy).done()
        waiting = gate.ask(patient)
        again = gate.ask(greedy)
        gate.finish(greedy)
        return alone, waiting.done(), again.done()

    assert asyncio.run(main()) == (True, True, False)


def test_a_run_of_which_nothing_is_heard_gives_its_slot_back(monkeypatch) -> None:
    monkeypatch.setattr(run_gate, "GIVEN_UP", 0.01)

    async def main() -> bool:
        gate = RunGate(slots=1, of_one_address=1)
        gate.ask(Visit("a"))
        waiting = gate.ask(Visit("b"))
        await asyncio.wait_for(waiting, 5)
        return waiting.done()

    assert asyncio.run(main())


def test_a_connection_that_closes_leaves_neither_a_slot_nor_a_place_in_the_queue() -> None:
    async def main() -> bool:
        gate = RunGate(slots=1, of_one_address=1)
        first, second = paced(asked("a"), gate=gate), paced(asked("b"), gate=gate, address="b")
        await received(first, 1)
        assert await received(second, 1) == []
        second.close()
        first.close()
        return gate.ask(Visit("c")).done()

    assert asyncio.run(main())


def test_what_ends_a_run_is_told_apart() -> None:
    assert ends_a_run(finished(ForwardMsg.FINISHED_SUCCESSFULLY))
    assert ends_a_run(finished(ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY))
    assert not ends_a_run(finished(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
    assert not ends_a_run(b"\xff\xff")
    assert not ends_a_run(b"x" * 100_000)


def test_an_http_request_is_left_alone() -> None:
    seen = []

    async def app(_scope, receive, _send):
        seen.append(receive)

    async def receive(): ...

    asyncio.run(RunLimit(app)({"type": "http"}, receive, receive))  # type: ignore[arg-type]
    assert seen == [receive]


# --- A running server ------------------------------------------------------------------------


def test_a_flood_at_a_server_is_a_few_runs_and_ends_on_the_newest_page(
    house: House, long: bool, figure: Callable[[str], None]
) -> None:
    url = house.server.url
    with watched(url) as took, Visitor(url).websocket() as connection:
        connection.open("")
        for number in range(FLOOD):
            connection.socket.send(asked("lampiran" if number % 2 else "linimasa"))
        at, begun = "", 0
        while True:
            try:
                message = connection.next(timeout=8)
            except TimeoutError:
                break
            begun += message.WhichOneof("type") == "new_session"
            if message.WhichOneof("type") == "navigation":
                at = message.navigation.page_script_hash
    assert begun <= 2 * AT_ONCE
    assert at == connection.pages["lampiran"]
    assert max(took) < (ANSWERS_WITHIN if long else ANSWERS_AT_ALL)
    figure(f"{FLOOD} runs asked for: {begun} begun, health within {max(took):.2f} s")
