"""A proxy in front of PostgreSQL that cuts a connection at a chosen statement."""

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

ANY_ADDRESS = ("127.0.0.1", 0)


@dataclass(slots=True)
class CuttingProxy:
    """Passes everything on, until `cut` is set: then the next statement that holds `marker`
    is cut.

    `before`: the statement never reaches the server. `after`: the server has done it, and
    its answer
    never reaches the client.
    """

    target: str
    marker: bytes
    cut: str | None = None
    cuts: int = 0
    _listener: socket.socket = field(default_factory=lambda: socket.create_server(ANY_ADDRESS))

    def __post_init__(self) -> None:
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """The target's URL by way of this proxy."""
        parts = urlsplit(self.target)
        user = f"{parts.username}@" if parts.username else ""
        host, port = self._listener.getsockname()
        return f"postgresql+psycopg://{user}{host}:{port}{parts.path}?sslmode=disable"

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _connect(self) -> socket.socket:
        parts = urlsplit(self.target)
        folder = parse_qs(parts.query).get("host", [parts.hostname or ""])[0]
        port = parts.port or int(parse_qs(parts.query).get("port", ["5432"])[0])
        if not folder.startswith("/"):
            return socket.create_connection((folder, port))
        server = socket.socket(socket.AF_UNIX)
        server.connect(f"{folder}/.s.PGSQL.{port}")
        return server

    def _serve(self, client: socket.socket) -> None:
        lost = threading.Event()
        with client, self._connect() as server, suppress(OSError):
            back = threading.Thread(
                target=self._answer, args=(server, client, lost), daemon=True
            )
            back.start()
            while sent := client.recv(65536):
                if self.cut and self.marker in sent:
                    how, self.cut = self.cut, None
                    self.cuts += 1
                    if how == "before":
                        break
                    lost.set()
                server.sendall(sent)
            for end in (server, client):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            back.join()

    def _answer(
        self, server: socket.socket, client: socket.socket, lost: threading.Event
    ) -> None:
        with suppress(OSError):
            while received := server.recv(65536):
                if lost.is_set():
                    client.shutdown(socket.SHUT_RDWR)
                    return
                client.sendall(received)
