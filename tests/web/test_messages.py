"""Which messages from a browser get through to Streamlit."""

from __future__ import annotations

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from lib.web.bounds.messages import MessageFilter


def heard(*messages: bytes) -> list[bytes]:
    """Return which of the messages the app behind the filter receives."""
    waiting = [{"type": "websocket.receive", "bytes": message} for message in messages]
    waiting.append({"type": "websocket.disconnect"})
    received: list[bytes] = []

    async def app(_scope, receive, _send):
        while (message := await receive())["type"] == "websocket.receive":
            received.append(message["bytes"])

    async def receive():
        return waiting.pop(0)

    async def send(_message): ...

    asyncio.run(MessageFilter(app)({"type": "websocket", "headers": []}, receive, send))
    return received


def message(kind: str) -> bytes:
    made = BackMsg()
    head, _, inner = kind.partition(".")
    if inner:
        getattr(getattr(made, head), inner).SetInParent()
    elif made.DESCRIPTOR.fields_by_name[head].message_type:
        getattr(made, head).SetInParent()
    else:
        setattr(made, head, True)
    return made.SerializeToString()


PASS = [
    "rerun_script",
    "stop_script",
    "app_heartbeat",
    "file_urls_request",
    "backend_operation_request.deferred_file",
    "backend_operation_request.dataframe_chunk",
]


def kinds() -> list[str]:
    """Every kind there is in this Streamlit, so that a new one must be thought of."""
    fields = BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields
    operation = BackMsg.DESCRIPTOR.fields_by_name["backend_operation_request"].message_type
    payloads = operation.oneofs_by_name["payload"].fields
    plain = [field.name for field in fields if field.name != "backend_operation_request"]
    return plain + [f"backend_operation_request.{field.name}" for field in payloads]


@pytest.mark.parametrize("kind", kinds())
def test_only_what_our_pages_send_gets_through(kind: str) -> None:
    sent = message(kind)
    assert heard(sent) == ([sent] if kind in PASS else [])


def test_a_dropped_message_does_not_hold_up_the_next() -> None:
    good = message("rerun_script")
    assert heard(message("clear_cache"), message("load_git_info"), good) == [good]
