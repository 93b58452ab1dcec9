"""A real HTTP/1.1 server on loopback that ends at once and leaves no socket open."""

import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

DRIPS = 20
RESET = struct.pack("ii", 1, 0)  # closing sends RST in place of FIN


@dataclass(frozen=True)
class Request:
    """One request as it came in; `seconds` is the machine's monotonic time."""

    method: str
    target: str
    headers: Message
    body: bytes
    seconds: float

    @cached_property
    def path(self) -> str:
        """The path without the query."""
        return urlsplit(self.target).path

    @cached_property
    def query(self) -> dict[str, str]:
        """The query; of a repeated name the last."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """The form as it was written, repeated names and all."""
        return parse_qsl(self.body.decode(errors="replace"), keep_blank_values=True)

    @cached_property
    def form(self) -> dict[str, str]:
        """The form; of a repeated name the last."""
        return dict(self.pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What to answer, and how the bytes travel."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    wait_seconds: float = 0  # before the first byte
    drip_seconds: float = 0  # from the first byte of the body to its last
    cut: bool = False  # a reset in place of an answer


class Loopback:
    """Serves `answer` on 127.0.0.1; may be stopped and started again on the same port."""

    def __init__(self, answer: Callable[[Request], Reply], *, port: int = 0) -> None:
        """Keep what answers; port 0 takes a free one."""
        self.answer = answer
        self.port = port
        self.stopping = threading.Event()
        self.broken: list[BaseException] = []  # bugs in what answers
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The address, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Listen, and answer in threads of its own."""
        self.stopping.clear()
        self._server = _Server(self)
        self.port = self._server.server_port
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name=f"loopback-{self.port}"
        )
        self._thread.start()

    def stop(self) -> None:
        """Cut all connections and end every thread. Idempotent.

        Raises:
            BaseException: the first that came out of `answer`.
        """
        if self._server and self._thread:
            self.stopping.set()
            self._server.shutdown()
            self._server.cut_all()
            self._server.server_close()
            self._thread.join()
            self._server = self._thread = None
        if self.broken:
            raise self.broken.pop(0)


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that server_close() waits for them
    request_queue_size = 256

    def __init__(self, owner: Loopback) -> None:
        self.owner = owner
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", owner.port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def close_request(self, request: Any) -> None:
        self._open.discard(request)
        super().close_request(request)

    def cut_all(self) -> None:
        for connection in self._open.copy():
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        error = sys.exception()
        if error and not isinstance(error, OSError):  # a client may go whenever it likes
            self.owner.broken.append(error)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the fakes keep their own record."""

    def _take(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        reply = self.server.owner.answer(
            Request(self.command, self.path, self.headers, body, time.monotonic())
        )
        self._send(reply)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _take

    def _send(self, reply: Reply) -> None:
        stopping = self.server.owner.stopping
        if reply.wait_seconds and stopping.wait(reply.wait_seconds):
            reply = Reply(cut=True)
        if reply.cut:
            self.close_connection = True
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            self.connection.close()  # takes effect when the handler lets go of its files
            return
        self.wfile.write(self._head(reply))
        size = max(1, len(reply.body) // DRIPS) if reply.drip_seconds else len(reply.body)
        for start in range(0, len(reply.body), size or 1):
            if reply.drip_seconds and stopping.wait(reply.drip_seconds / DRIPS):
                return
            self.wfile.write(reply.body[start : start + size])

    def _head(self, reply: Reply) -> bytes:
        lines = [f"HTTP/1.1 {reply.status} {self.responses.get(reply.status, ('',))[0]}"]
        lines += [f"{name}: {value}" for name, value in reply.headers.items()]
        lines.append(f"Content-Length: {len(reply.body)}")
        return "\r\n".join([*lines, "", ""]).encode("latin-1")
