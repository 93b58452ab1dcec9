"""What a setting that was left out becomes: by others that are known, or kept in a folder."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from resortbook.settings.kept import kept, new_encryption_key, new_secret_key
from resortbook.settings.kinds import ENCRYPTION_KEYS, SECRET, Kind
from resortbook.settings.reading import SettingsError


def fill_in(values: Mapping[str, Any], var_dir: Path) -> dict[str, Any]:
    """Return `values` with everything that must not be None put in.

    Raises:
        SettingsError: a key can be neither read from nor kept in `var_dir`.
    """
    full = dict(values)
    full["database_url"] = values["database_url"] or f"sqlite:///{var_dir / 'resortbook.db'}"
    full["media_dir"] = values["media_dir"] or var_dir / "media"
    full["public_url"] = values["public_url"] or _own_address(values["host"], values["port"])
    full["web_app_url"] = values["web_app_url"] or full["public_url"]
    problems: list[str] = []
    for name, kind, make in (
        ("secret_key", SECRET, new_secret_key),
        ("encryption_keys", ENCRYPTION_KEYS, new_encryption_key),
    ):
        if values[name] is None:
            full[name] = _kept(var_dir / name, kind, make, problems)
    if problems:
        raise SettingsError(problems)
    return full


def _own_address(host: str, port: int) -> str:
    with suppress(ValueError):
        address = ip_address(host)
        if address.is_unspecified:  # listening everywhere: no address to send a browser to
            address = ip_address("127.0.0.1" if address.version == 4 else "::1")
        host = f"[{address}]" if address.version == 6 else str(address)
    return f"http://{host}:{port}"


def _kept(path: Path, kind: Kind, make: Callable[[], str], problems: list[str]) -> object:
    try:
        return kind.read(kept(path, make))
    except OSError as error:
        problems.append(f"{path.name.upper()}: can't be kept in {path} ({error.strerror})")
    except ValueError:
        problems.append(f"{path.name.upper()}: {path} takes {kind.takes}")
    return None
