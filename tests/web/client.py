"""A visitor without a browser: HTTP, the websocket, and any message one cares to send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event
from time import monotonic
from typing import Any

import requests
from google.protobuf.json_format import MessageToDict
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

TOKEN = re.compile(r'name="formulir" value="([^"]+)"')
PATIENCE = 30


@dataclass
class Visitor:
    """Somebody who sends what he likes to a server."""

    url: str
    http: requests.Session = field(default_factory=requests.Session)

    def get(self, path: str, **options: Any) -> requests.Response:
        """Ask for an address, following no redirects."""
        return self.http.get(self.url + path, allow_redirects=False, timeout=PATIENCE, **options)

    def send(self, path: str, fields: dict[str, str], **options: Any) -> requests.Response:
        """Fill in the form at an address as a browser would."""
        token = TOKEN.search(self.get(path).text)
        sent = {"formulir": token[1] if token else "", **fields}
        return self.http.post(
            self.url + path, sent, allow_redirects=False, timeout=PATIENCE, **options
        )

    def sign_in(self, name: str, password: str, target: str = "/") -> requests.Response:
        """Fill in the sign-in form."""
        return self.send("/masuk", {"username": name, "password": password, "ke": target})

    def upload(self, session: str, size: int = 1000, file: str = "file-1") -> requests.Response:
        """Send a file straight to Streamlit's upload address."""
        self.get("/_stcore/health")
        xsrf = self.http.cookies.get("_streamlit_xsrf") or ""
        return self.http.put(
            f"{self.url}/_stcore/upload_file/{session}/{file}",
            files={"file": ("isi.xlsx", b"x" * size)},
            headers={"X-Xsrftoken": xsrf},
            timeout=PATIENCE,
        )

    @contextmanager
    def websocket(self, **headers: str) -> Iterator[Connection]:
        """Open Streamlit's websocket with this visitor's cookies."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())
        wanted = {"Origin": self.url, "Cookie": cookies, **headers}
        with connect(
            self.url.replace("http", "ws") + "/_stcore/stream",
            additional_headers={name: value for name, value in wanted.items() if value},
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
        ) as socket:
            yield Connection(socket)


@contextmanager
def watched(url: str) -> Iterator[list[float]]:
    """Ask a server over and over whether it is well; gives the seconds that each answer took."""
    took: list[float] = []
    over = Event()

    def ask() -> None:
        while not over.is_set():
            begin = monotonic()
            assert requests.get(f"{url}/_stcore/health", timeout=PATIENCE).text == "ok"
            took.append(monotonic() - begin)
            over.wait(0.1)

    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(ask)
        try:
            yield took
        finally:
            over.set()
        asking.result()


@dataclass
class Connection:
    """An open websocket to Streamlit."""

    socket: ClientConnection
    session: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    """Script hashes of the pages by address."""

    def open(self, page: str = "", query: str = "") -> Run:
        """Run a page by its address, as at a first visit."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        return self.run(message)

    def forge(self, page: str, states: list[WidgetState], query: str = "") -> Run:
        """Run a page with widget states of one's own making."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_script_hash = self.pages.get(page, "")
        message.rerun_script.page_name = page
        message.rerun_script.widget_states.widgets.extend(states)
        return self.run(message)

    def run(self, message: BackMsg) -> Run:
        """Send a message and gather what comes until the script has ended."""
        self.socket.send(message.SerializeToString())
        received = []
        while True:
            answer = self.next()
            received.append(answer)
            kind = answer.WhichOneof("type")
            if kind == "new_session":
                self.session = answer.new_session.initialize.session_id or self.session
            if kind == "navigation":
                self.pages = {
                    p.url_pathname: p.page_script_hash for p in answer.navigation.app_pages
                }
            if kind == "script_finished" and answer.script_finished != 2:  # not an early end
                return Run(tuple(received))

    def next(self, timeout: float = PATIENCE) -> ForwardMsg:
        """Return the next message; TimeoutError where none comes."""
        answer = ForwardMsg()
        answer.ParseFromString(bytes(self.socket.recv(timeout=timeout)))  # type: ignore[arg-type]
        return answer

    def fetch_download(self, run: Run, label: str, patience: float = PATIENCE) -> str:
        """Press a download button whose file is made on request; return the file's address."""
        [button] = [
            element["download_button"]
            for element in run.elements
            if element.get("download_button", {}).get("label") == label
        ]
        message = BackMsg()
        request = message.backend_operation_request
        request.session_id, request.request_id = self.session, "1"
        request.deferred_file.file_id = button["deferred_file_id"]
        self.tell(message)
        while True:
            answer = self.next(patience)
            if answer.WhichOneof("type") == "backend_operation_response":
                return str(answer.backend_operation_response.deferred_file.url)

    def tell(self, message: BackMsg) -> None:
        """Send a message that no run answers."""
        self.socket.send(message.SerializeToString())


@dataclass(frozen=True)
class Run:
    """What one run of a page sent to the browser."""

    messages: tuple[ForwardMsg, ...]

    @property
    def elements(self) -> list[dict[str, Any]]:
        """The elements drawn, as plain values."""
        drawn = (m.delta.new_element for m in self.messages if m.WhichOneof("type") == "delta")
        return [MessageToDict(element, preserving_proto_field_name=True) for element in drawn]

    @property
    def text(self) -> str:
        """All that a person (or a program) could read in it."""
        return "\n".join(str(m) for m in self.messages)

    def widgets(self, kind: str, form: str | None = None) -> dict[str, str]:
        """Return the ids of the widgets of a kind (and of one form) by their label."""
        found = (element[kind] for element in self.elements if kind in element)
        return {
            widget.get("label", ""): widget["id"]
            for widget in found
            if "id" in widget and form in (None, widget.get("form_id"))
        }

    def widget(self, kind: str, label: str) -> dict[str, Any]:
        """Return the one widget of a kind and label, as plain values."""
        found = (element[kind] for element in self.elements if kind in element)
        [widget] = [widget for widget in found if widget.get("label") == label]
        return dict(widget)

    @property
    def redirects(self) -> list[str]:
        """Where the browser was sent to."""
        return [
            m.auth_redirect.url for m in self.messages if m.WhichOneof("type") == "auth_redirect"
        ]


def pressed(widget: str) -> WidgetState:
    """A button that was pressed."""
    return WidgetState(id=widget, trigger_value=True)


def typed(widget: str, text: str) -> WidgetState:
    """A text field that holds something."""
    return WidgetState(id=widget, string_value=text)
