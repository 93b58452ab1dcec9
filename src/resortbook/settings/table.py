"""Every setting of a resort, with its default; `.env.example` says what each is for."""

import os
from collections.abc import Mapping
from dataclasses import Field, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from resortbook.domain.clock_offset import parse_clock_offset
from resortbook.domain.hours import DailyHours, WeeklyHours
from resortbook.settings import addresses, kinds, place
from resortbook.settings.embedded import fill_in
from resortbook.settings.reading import SettingsError, read_all, setting, texts_of_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that an operator decides, checked and parsed; `None` or empty is: not set.

    A field is named as its setting, in lower case. Secrets are left out of the repr.
    """

    resortbook_env: Literal["embedded", "production"] = setting(
        kinds.one_of("embedded", "production"), "embedded"
    )
    database_url: str = setting(
        addresses.DATABASE, production_kind=addresses.POSTGRESQL, required=True, secret=True
    )
    redis_url: str | None = setting(addresses.REDIS, required=True, secret=True)
    host: str = setting(addresses.HOST, "127.0.0.1")
    port: int = setting(kinds.whole_number(1, 65535), "8000")
    public_url: str = setting(
        addresses.WEB_ADDRESS, production_kind=addresses.SAFE_WEB_ADDRESS, required=True
    )
    web_app_url: str = setting(
        addresses.WEB_ADDRESS, production_kind=addresses.SAFE_WEB_ADDRESS
    )
    cors_origins: tuple[str, ...] = setting(addresses.WEB_ORIGINS, if_blank=())
    trusted_proxies: int = setting(kinds.whole_number(0, 10), "0")
    demo: Literal["yes", "no", "auto"] = setting(
        kinds.YES_NO_OR_AUTO, embedded="auto", production="no"
    )
    clock_file: Path | None = setting(kinds.FILE)
    clock_file_allowed: bool = setting(kinds.YES_OR_NO, "no")

    resort_name: str = setting(kinds.TEXT_LINE, "Coral Cove")
    resort_timezone: ZoneInfo = setting(place.TIME_ZONE, "America/Cancun")
    resort_currency: str = setting(place.CURRENCY, "USD")
    resort_locale: str = setting(place.LOCALE, "en_US")
    resort_color: str | None = setting(place.COLOR)
    resort_accent_color: str | None = setting(place.COLOR)
    resort_logo: str | None = setting(place.LOGO)
    desk_phone: str | None = setting(place.PHONE)
    desk_hours: WeeklyHours | None = setting(place.WEEKLY_HOURS)
    handover_release_hours: int = setting(kinds.whole_number(1, 720), "12")

    schedule_horizon_days: int = setting(kinds.whole_number(1, 730), "90")
    booking_pending_timeout_minutes: int = setting(kinds.whole_number(1, 10_080), "30")
    booking_cancellation_deadline_hours: int = setting(kinds.whole_number(0, 8_760), "24")
    booking_reminder_24h_enabled: bool = setting(kinds.YES_OR_NO, "true")
    booking_reminder_1h_enabled: bool = setting(kinds.YES_OR_NO, "true")
    booking_max_pending_per_guest: int = setting(kinds.whole_number(1, 1_000), "5")
    quiet_hours: DailyHours | None = setting(place.DAILY_HOURS)

    otp_per_address_per_hour: int = setting(
        kinds.whole_number(1, 1_000_000), embedded="1000", production="10"
    )
    otp_per_hour: int = setting(
        kinds.whole_number(1, 10_000_000), embedded="100000", production="1000"
    )
    otp_countries: tuple[str, ...] = setting(place.COUNTRIES, if_blank=())
    guest_session_days: int = setting(kinds.whole_number(1, 365), "30")
    guest_idle_days: int = setting(kinds.whole_number(1, 365), "7")
    staff_session_hours: int = setting(kinds.whole_number(1, 720), "12")
    staff_idle_hours: int = setting(kinds.whole_number(1, 720), "2")
    secret_key: str = setting(kinds.SECRET, required=True, secret=True)
    encryption_keys: tuple[bytes, ...] = setting(
        kinds.ENCRYPTION_KEYS, required=True, secret=True
    )

    twilio_account_sid: str | None = setting(kinds.IDENTIFIER, required=True)
    twilio_auth_token: str | None = setting(kinds.WORD, required=True, secret=True)
    twilio_whatsapp_from: str | None = setting(place.WHATSAPP_SENDER, required=True)
    twilio_api_base_url: str | None = setting(addresses.WEB_ORIGIN)
    whatsapp_messages_per_second: int = setting(kinds.whole_number(1, 1_000), "40")
    twilio_template_sign_in_code: str | None = setting(kinds.IDENTIFIER)
    twilio_template_booking_created: str | None = setting(kinds.IDENTIFIER)
    twilio_template_booking_confirmed: str | None = setting(kinds.IDENTIFIER)
    twilio_template_booking_cancelled: str | None = setting(kinds.IDENTIFIER)
    twilio_template_booking_expired: str | None = setting(kinds.IDENTIFIER)
    twilio_template_booking_moved: str | None = setting(kinds.IDENTIFIER)
    twilio_template_slot_closed: str | None = setting(kinds.IDENTIFIER)
    twilio_template_slot_delayed: str | None = setting(kinds.IDENTIFIER)
    twilio_template_desk_message: str | None = setting(kinds.IDENTIFIER)
    twilio_template_reminder_24h: str | None = setting(kinds.IDENTIFIER)
    twilio_template_reminder_1h: str | None = setting(kinds.IDENTIFIER)

    openai_api_key: str | None = setting(kinds.WORD, secret=True)
    openai_base_url: str | None = setting(addresses.WEB_ADDRESS)
    openai_model: str = setting(kinds.WORD, "gpt-4.1-mini")
    openai_timeout_seconds: int = setting(kinds.whole_number(1, 120), "8")
    openai_turns_per_guest: int = setting(kinds.whole_number(0, 100_000), "200")
    openai_tokens_per_guest: int = setting(kinds.whole_number(0, 10_000_000_000), "200000")
    openai_turns_per_day: int = setting(kinds.whole_number(0, 100_000_000), "20000")
    openai_tokens_per_day: int = setting(kinds.whole_number(0, 10_000_000_000), "20000000")
    openai_cents_per_million_in: int = setting(kinds.whole_number(0, 1_000_000), "40")
    openai_cents_per_million_out: int = setting(kinds.whole_number(0, 1_000_000), "160")

    media_dir: Path = setting(kinds.FOLDER)
    metrics_token: str | None = setting(kinds.WORD, secret=True)
    sentry_dsn: str | None = setting(addresses.REPORTING_ADDRESS, secret=True)
    log_level: str = setting(
        kinds.one_of("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"), "INFO"
    )
    log_format: Literal["console", "json"] = setting(
        kinds.one_of("console", "json"), embedded="console", production="json"
    )

    # No setting: where the simulator keeps the clock that it moves, unless CLOCK_FILE is set.
    simulator_clock_file: Path | None = None

    @classmethod
    def described(cls) -> tuple[Field[Any], ...]:
        """Return the fields that are settings, in the order of the example."""
        return tuple(field for field in fields(cls) if "setting" in field.metadata)

    @classmethod
    def load(
        cls,
        environ: Mapping[str, str] | None = None,
        *,
        env_file: Path | None = None,
        var_dir: Path = Path("var"),
        overrides: Mapping[str, str] | None = None,
        defaults: Mapping[str, str] | None = None,
    ) -> "Settings":
        """Read, check and complete the settings.

        `environ` alone counts where it is given; otherwise the process's environment does, and
        `.env` of the working directory below it. `overrides` (the command line's options) beat
        both, `defaults` are what a blank or missing one falls back to before the table's.
        Embedded, the database, media and keys lie in `var_dir`; missing keys are made there.

        Raises:
            SettingsError: at least one is wrong or missing; all of them are told.
        """
        if environ is None:
            environ, env_file = os.environ, env_file or Path(".env")
        written = texts_of_file(env_file) if env_file else {}
        given = {**written, **environ, **(overrides or {})}
        stated = {name: text for name, text in given.items() if text.strip()}
        texts = {**(defaults or {}), **stated}
        problems: list[str] = []
        in_production = texts.get("RESORTBOOK_ENV", "").strip().lower() == "production"
        values = read_all(
            cls.described(), texts, in_production=in_production, problems=problems
        )
        problems.extend(_clock_problems(values, in_production=in_production))
        if problems:
            raise SettingsError(problems)
        settings = cls(**fill_in(values, var_dir))
        if settings.clock_file is None and settings.has_simulator:
            return replace(settings, simulator_clock_file=var_dir / "clock")
        return settings

    @property
    def is_production(self) -> bool:
        """Whether several processes serve real guests; otherwise one does everything."""
        return self.resortbook_env == "production"

    @property
    def uses_twilio(self) -> bool:
        """Whether messages go out by Twilio."""
        sender = self.twilio_account_sid, self.twilio_auth_token, self.twilio_whatsapp_from
        return all(sender)

    @property
    def has_simulator(self) -> bool:
        """Whether messages go to the simulator, which anybody who reaches it can read."""
        return not self.is_production and not self.uses_twilio

    def without_twilio(self) -> "Settings":
        """Return them for a process that sends nothing to anybody's real phone."""
        return replace(
            self, twilio_account_sid=None, twilio_auth_token=None, twilio_whatsapp_from=None
        )

    @property
    def twilio_templates(self) -> dict[str, str]:
        """The content SIDs that are set, by the end of their setting's name: `REMINDER_1H`."""
        prefix = "twilio_template_"
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name.removeprefix(prefix).upper(): sid
            for name, sid in named.items()
            if name.startswith(prefix) and sid
        }


def _clock_problems(values: Mapping[str, Any], *, in_production: bool) -> list[str]:
    clock_file: Path | None = values.get("clock_file")
    if clock_file is None:
        return []
    if in_production and not values.get("clock_file_allowed"):
        return ["CLOCK_FILE: refused in production unless CLOCK_FILE_ALLOWED=yes"]
    try:
        parse_clock_offset(clock_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ["CLOCK_FILE: takes a file that holds an offset, as +90m or -2h, or nothing"]
    return []
