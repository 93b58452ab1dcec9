"""Settings from nothing but what a test says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from resortbook.settings import Settings, SettingsError

PRODUCTION = {
    "RESORTBOOK_ENV": "production",
    "DATABASE_URL": "postgresql://resort:towel@db.example.com/resort",
    "REDIS_URL": "redis://redis.example.com:6379/0",
    "SECRET_KEY": "0123456789abcdef0123456789abcdef",
    "ENCRYPTION_KEYS": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    "PUBLIC_URL": "https://book.example.com",
    "TWILIO_ACCOUNT_SID": "AC0123456789",
    "TWILIO_AUTH_TOKEN": "a-token",
    "TWILIO_WHATSAPP_FROM": "+14155238886",
}


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Settings]:
    """Load the settings of an environment that holds these names alone."""
    return lambda **names: Settings.load(names, var_dir=tmp_path / "var")


@pytest.fixture
def problems(load) -> Callable[..., list[str]]:
    """Return the lines that tell what is wrong with these names."""

    def lines(**names: str) -> list[str]:
        with pytest.raises(SettingsError) as refused:
            load(**names)
        return refused.value.problems

    return lines


@pytest.fixture
def production(load) -> Callable[..., Settings]:
    """Load complete production settings, changed by these names."""
    return lambda **names: load(**{**PRODUCTION, **names})


@pytest.fixture
def production_problems(problems) -> Callable[..., list[str]]:
    """Return what is wrong with otherwise complete production settings."""
    return lambda **names: problems(**{**PRODUCTION, **names})
