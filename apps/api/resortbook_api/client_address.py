"""Where a request comes from, as far as proxies are trusted to say it."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from flask import request

from resortbook_api.current import settings


def client_address() -> str:
    """Return the client's address: behind n trusted proxies the n-th forwarded one from the
    right, otherwise that of the connection.
    """
    trusted = settings().trusted_proxies
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    named = forwarded[-trusted].strip() if 0 < trusted <= len(forwarded) else ""
    # What is no address was not written by a proxy of ours.
    found = _address(named)
    return str(found) if found else (request.remote_addr or "")


def is_forwarded() -> bool:
    """Whether the request says that it came through a proxy."""
    return "X-Forwarded-For" in request.headers or "Forwarded" in request.headers


def _address(text: str) -> IPv4Address | IPv6Address | None:
    host = text
    if text.startswith("["):
        host = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        host = text.partition(":")[0]
    try:
        return ip_address(host)
    except ValueError:
        return None
