"""Addresses among the settings: of the web, of the database, of Redis."""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from resortbook.settings.kinds import Kind, many, matching

# A name as in a certificate, or an IP address: no sign of a pattern or of a policy.
_HOST_ON_THE_WEB = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
_POSTGRESQL = re.compile(r"(?:postgres|postgresql|postgresql\+psycopg)://(.*)", re.DOTALL)


def _split(text: str) -> SplitResult:
    if re.search(r"[\s\x00-\x1f]", text):
        raise ValueError("an address holds no blanks")
    parts = urlsplit(text)
    if parts.port == 0:  # reading the port raises ValueError by itself if it is none
        raise ValueError("a port is from 1 to 65535")
    return parts


def _web(text: str) -> SplitResult:
    parts = _split(text)
    extras = parts.query or parts.fragment or parts.username is not None
    if parts.scheme not in ("http", "https") or not parts.hostname or extras:
        raise ValueError("not a web address")
    if not _HOST_ON_THE_WEB.fullmatch(parts.hostname):
        raise ValueError("no host on the web is called so")
    return parts


def _origin(text: str) -> str:
    parts = _web(text)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _bare_origin(text: str) -> str:
    if _web(text).path not in ("", "/"):
        raise ValueError("an origin has no path")
    return _origin(text)


def _web_address(text: str) -> str:
    return _origin(text) + _web(text).path.rstrip("/")


def _safe_web_address(text: str) -> str:
    parts = _web(text)
    if parts.scheme != "https" and not _is_loopback(parts.hostname or ""):
        raise ValueError("people's data needs https on its way")
    return _web_address(text)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _reporting_address(text: str) -> str:
    parts = _split(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or not parts.username:
        raise ValueError("not a Sentry DSN")
    return text


def _postgresql(text: str) -> str:
    match = _POSTGRESQL.fullmatch(text)
    if not match or len(_split(text).path) < 2:
        raise ValueError("not a PostgreSQL address")
    return f"postgresql+psycopg://{match[1]}"


def _database(text: str) -> str:
    if not text.startswith("sqlite:"):
        return _postgresql(text)
    path = text.removeprefix("sqlite:///")
    # In memory each connection would be a database of its own, gone with the process.
    if path in (text, "", "/", ":memory:") or "?" in path:
        raise ValueError("not a SQLite file")
    return text


def _redis(text: str) -> str:
    parts = _split(text)
    if parts.scheme == "unix" and parts.path.startswith("/"):
        return text
    if parts.scheme not in ("redis", "rediss") or not parts.hostname:
        raise ValueError("not a Redis address")
    return text


HOST = matching(r"[A-Za-z0-9.:_-]{1,253}", "a host name or an IP address to listen on")
WEB_ADDRESS = Kind(_web_address, "an address that begins with https:// or http://")
SAFE_WEB_ADDRESS = Kind(
    _safe_web_address, "an address that begins with https:// (http:// on this machine alone)"
)
# Only scheme and host of such a setting count.
WEB_ORIGIN = Kind(_origin, "an address that begins with https:// or http://")
WEB_ORIGINS = many(Kind(_bare_origin, "an origin, as https://www.example.com"))
REPORTING_ADDRESS = Kind(_reporting_address, "a DSN, as https://key@host/project")
POSTGRESQL = Kind(_postgresql, "postgresql://user:password@host:port/name")
DATABASE = Kind(_database, f"sqlite:///file, sqlite:////absolute/file or {POSTGRESQL.takes}")
REDIS = Kind(_redis, "redis://host:port/0, rediss://host:port/0 or unix:///path")
