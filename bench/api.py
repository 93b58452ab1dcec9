"""The product as it runs in production: `resortbook api` on PostgreSQL and Redis."""

import os
import sys
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.processes import serving

PROCESSES = 2
COMMAND = [str(Path(sys.executable).with_name("resortbook"))]
_OWN = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR")


def environment(
    database_url: str, redis_url: str, folder: Path, *, port: int
) -> dict[str, str]:
    """Return the settings of production, and nothing that this machine has set otherwise."""
    inherited = {name: os.environ[name] for name in _OWN if name in os.environ}
    return inherited | {
        "RESORTBOOK_ENV": "production",
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "SECRET_KEY": "a-secret-key-for-measuring-alone-0000000",
        "ENCRYPTION_KEYS": b64encode(bytes(range(32))).decode(),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "TWILIO_ACCOUNT_SID": f"AC{0:032d}",
        "TWILIO_AUTH_TOKEN": f"{0:032d}",
        "TWILIO_WHATSAPP_FROM": "+14155550100",
        "TWILIO_API_BASE_URL": "http://127.0.0.1:9",  # nothing is sent: no worker runs
        "MEDIA_DIR": str(folder / "media"),
    }


@contextmanager
def api(env: dict[str, str], folder: Path) -> Iterator[int]:
    """Run the API with two processes; tell the id of the one that leads them."""
    command = [*COMMAND, "api", "--processes", str(PROCESSES)]
    with serving(
        command,
        port=int(env["PORT"]),
        log=folder / "api.log",
        env=env,
        cwd=folder,
        is_ready=_is_ready,
    ) as pid:
        yield pid


def _is_ready(port: int) -> bool:
    address = f"http://127.0.0.1:{port}/health/ready"
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
