"""The least a server can be: it answers everything with the same bytes, so that what the load
can ask at most is known. Run as `python -m bench.echo PORT BYTES`.
"""

import selectors
import socket
import sys


def serve(port: int, size: int) -> None:
    """Answer every request on a port of this machine with `size` bytes, until killed."""
    head = f"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: {size}\r\n\r\n"
    answer = head.encode() + b"." * size
    selector = selectors.DefaultSelector()
    door = socket.create_server(("127.0.0.1", port), backlog=1024)
    selector.register(door, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            if key.fileobj is door:
                caller, _ = door.accept()
                caller.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                selector.register(caller, selectors.EVENT_READ, caller)
            elif key.data.recv(65_536):
                key.data.sendall(answer)
            else:
                selector.unregister(key.data)
                key.data.close()


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
