"""The settings of a resort: read once from the environment, checked whole, never changed."""

from resortbook.settings.reading import SettingsError
from resortbook.settings.table import Settings

__all__ = ["Settings", "SettingsError"]
