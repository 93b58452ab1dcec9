"""A web server of one process that stops without dropping what it is answering."""

import errno
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from resortbook_cli.errors import Refused

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 32
GRACE_SECONDS = 12.0  # what a request may still take once the server is to stop
# The application has limits of its own; what is sent is read first, so that whoever sends it
# gets to read the answer.
LONGEST_BODY = 32 * 1024 * 1024
POLL_SECONDS = 0.25


def listening(host: str, port: int) -> list[socket.socket]:
    """Return sockets that listen on every address of `host`.

    Raises:
        Refused: the port is in use, or the host is none of this machine.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise Refused(f"HOST: {host} cannot be listened on ({error.strerror})") from error
    sockets: list[socket.socket] = []
    for family, _, _, _, address in dict.fromkeys(found):
        try:
            sockets.append(_listening_on(family, address))
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL and sockets:
                continue  # `localhost` has an address of version 6 here, but no such network
            raise Refused(_problem(error, host, port)) from error
    return sockets


def _listening_on(family: int, address: Any) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    try:
        made.bind(address)
        # Now, not when all is ready: of two starts at once the second must hear of it.
        made.listen(1024)
    except OSError:
        made.close()
        raise
    return made


def _problem(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use: stop what runs there, or set PORT"
    return f"HOST and PORT: {host}:{port} cannot be listened on ({error.strerror})"


@contextmanager
def stop_signals() -> Iterator[threading.Event]:
    """Turn SIGTERM and SIGINT into an event, so that nothing is broken off in the middle."""
    stopping = threading.Event()
    before = {
        number: signal.signal(number, lambda *_: stopping.set())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class WebServer:
    """Serves a WSGI application on sockets that listen already, by threads of this process."""

    def __init__(self, app: "WSGIApplication", sockets: list[socket.socket]) -> None:
        """Start the threads; nothing is answered before `run`."""
        from waitress.server import create_server

        from resortbook_cli.refusing import RefusingChannel

        self._map: dict[int, Any] = {}
        create_server(
            app,
            map=self._map,
            sockets=sockets,
            threads=THREADS,
            ident="resortbook",
            channel_timeout=120,
            max_request_body_size=LONGEST_BODY,
            clear_untrusted_proxy_headers=False,  # TRUSTED_PROXIES is the application's
            log_socket_errors=False,
        )
        for server in self._servers():
            server.channel_class = RefusingChannel

    def run(self, stopping: threading.Event, *, end_streams: Callable[[], None]) -> None:
        """Answer until `stopping` is set, then finish what is being answered.

        New connections are refused from then on; `end_streams` ends answers that would go on
        for ever. After a grace of some seconds the rest is dropped.
        """
        from waitress import wasyncore

        while not stopping.is_set():
            self._turn()
        servers = self._servers()
        self._turn(seconds=0)  # whoever stands in the queue is let in still
        for server in servers:
            server.del_channel()
            server.socket.close()
        end_streams()
        deadline = time.monotonic() + GRACE_SECONDS
        while self._is_busy() and time.monotonic() < deadline:
            self._turn(seconds=0.05)
        servers[0].task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._map)

    def _servers(self) -> list[Any]:
        return [one for one in self._map.values() if getattr(one, "accepting", False)]

    def _turn(self, *, seconds: float = POLL_SECONDS) -> None:
        from waitress import wasyncore

        wasyncore.loop(timeout=seconds, map=self._map, count=1)

    def _is_busy(self) -> bool:
        channels = [one for one in list(self._map.values()) if hasattr(one, "requests")]
        return any(one.requests or one.total_outbufs_len for one in channels)
