"""The parts that hang on the settings."""

from datetime import timedelta

from resortbook.adapters.local.cache import ProcessCache
from resortbook.adapters.local.hands import FileHands
from resortbook.adapters.local.simulator import SimulatorMessenger
from resortbook.adapters.redis.cache import RedisCache
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.storage import SqlStorage, open_storage
from resortbook.adapters.twilio.messenger import TwilioMessenger
from resortbook.application.login import CodeLimits
from resortbook.application.phrases.words import Words
from resortbook.application.policy import BookingPolicy
from resortbook.application.resort import ResortFacts
from resortbook.application.sessions import SessionLengths
from resortbook.application.tokens import CsrfTokens
from resortbook.domain.reminders import Reminder, ReminderPolicy
from resortbook.ports.memory import Cache
from resortbook.ports.messaging import Messenger
from resortbook.settings import Settings


def storage_of(settings: Settings) -> SqlStorage:
    """Open the database; personal values in it are sealed."""
    cipher = Cipher(settings.encryption_keys, index_secret=settings.secret_key.encode())
    return open_storage(settings.database_url, cipher=cipher)


def cache_of(settings: Settings) -> Cache:
    """Share memory by Redis where there is one."""
    return RedisCache(settings.redis_url) if settings.redis_url else ProcessCache()


def messenger_of(settings: Settings) -> Messenger:
    """Send by Twilio where it is set up, else to the simulator."""
    if not settings.uses_twilio:
        return SimulatorMessenger()
    return TwilioMessenger(
        account_sid=settings.twilio_account_sid or "",
        auth_token=settings.twilio_auth_token or "",
        sender=settings.twilio_whatsapp_from or "",
        templates=settings.twilio_templates,
        status_callback=f"{settings.public_url}/webhooks/whatsapp/status",
        base_url=settings.twilio_api_base_url,
    )


def hands_of(settings: Settings) -> FileHands:
    """Move the clock where it reads how far it is moved."""
    return FileHands(settings.clock_file or settings.simulator_clock_file)


def policy_of(settings: Settings) -> BookingPolicy:
    """Take the resort's own rules."""
    return BookingPolicy(
        zone=settings.resort_timezone,
        currency=settings.resort_currency,
        hold_minutes=settings.booking_pending_timeout_minutes,
        deadline_hours=settings.booking_cancellation_deadline_hours,
        max_holds=settings.booking_max_pending_per_guest,
        horizon_days=settings.schedule_horizon_days,
    )


def facts_of(settings: Settings) -> ResortFacts:
    """Take what the resort is called and where it is."""
    return ResortFacts(
        name=settings.resort_name,
        zone=settings.resort_timezone,
        currency=settings.resort_currency,
        locale=settings.resort_locale,
        public_url=settings.public_url,
        web_app_url=settings.web_app_url,
    )


def csrf_of(settings: Settings) -> CsrfTokens:
    """Derive CSRF tokens from the secret key."""
    return CsrfTokens(secret=settings.secret_key.encode())


def lengths_of(settings: Settings) -> SessionLengths:
    """Take how long sessions live."""
    return SessionLengths(
        guest=timedelta(days=settings.guest_session_days),
        guest_idle=timedelta(days=settings.guest_idle_days),
        staff=timedelta(hours=settings.staff_session_hours),
        staff_idle=timedelta(hours=settings.staff_idle_hours),
    )


def code_limits_of(settings: Settings) -> CodeLimits:
    """Take how many sign-in codes there may be."""
    return CodeLimits(
        per_address_per_hour=settings.otp_per_address_per_hour,
        per_hour=settings.otp_per_hour,
        countries=settings.otp_countries,
    )


def reminders_of(settings: Settings) -> ReminderPolicy:
    """Take which reminders there are, and when the resort sleeps."""
    switches = {
        Reminder.DAY: settings.booking_reminder_24h_enabled,
        Reminder.HOUR: settings.booking_reminder_1h_enabled,
    }
    return ReminderPolicy(
        wanted=tuple(reminder for reminder, is_on in switches.items() if is_on),
        quiet_hours=settings.quiet_hours,
        zone=settings.resort_timezone,
    )


def words_of(settings: Settings) -> Words:
    """Take how the resort writes days, times and money."""
    return Words(zone=settings.resort_timezone, locale=settings.resort_locale)
