"""The parts that hang on the settings."""

import hashlib
import hmac
from collections.abc import Callable
from datetime import timedelta

from resortbook.adapters.guard.breaker import GuardedMessenger
from resortbook.adapters.guard.metered import CountedCache, CountedMessenger
from resortbook.adapters.guard.near import NearCache
from resortbook.adapters.guard.sealed import SealedCache
from resortbook.adapters.local.background import LocalWaker
from resortbook.adapters.local.cache import ProcessCache
from resortbook.adapters.local.hands import FileHands
from resortbook.adapters.local.sharing import shared_folder
from resortbook.adapters.local.simulator import SimulatorMessenger
from resortbook.adapters.redis.cache import RedisCache
from resortbook.adapters.sql.cipher import Cipher
from resortbook.adapters.sql.storage import SqlStorage, open_storage
from resortbook.adapters.twilio.contents import TwilioContents
from resortbook.adapters.twilio.messenger import TwilioMessenger
from resortbook.application.front_desk import FrontDesk
from resortbook.application.login import CodeLimits
from resortbook.application.meters import Meters
from resortbook.application.pace import Pace
from resortbook.application.passes import Passes
from resortbook.application.phrases.words import Words
from resortbook.application.policy import BookingPolicy
from resortbook.application.remembered import Remembered
from resortbook.application.resort import ResortFacts
from resortbook.application.sessions import SessionLengths
from resortbook.application.taps import Taps
from resortbook.application.templates import TEMPLATES
from resortbook.application.tokens import CsrfTokens
from resortbook.domain.reminders import Reminder, ReminderPolicy
from resortbook.ports.contents import ContentMaker, ContentReads
from resortbook.ports.jobs import Waker
from resortbook.ports.memory import Cache
from resortbook.ports.messaging import Messenger
from resortbook.ports.world import Clock, Ids
from resortbook.settings import Settings

NEAR_ANSWERS = 100  # of some kilobytes each, in every process


def meters_of() -> Meters:
    """Count in this process, or where it shares its counts with others."""
    return Meters(shared_folder())


def cipher_of(settings: Settings) -> Cipher:
    """Seal personal values by the keys that are set."""
    return Cipher(settings.encryption_keys, index_secret=settings.secret_key.encode())


def storage_of(
    settings: Settings, cipher: Cipher, meters: Meters, remembered: Remembered
) -> SqlStorage:
    """Open the database; personal values in it are sealed, and statements are counted."""
    return open_storage(settings.database_url, cipher=cipher, watch=meters, changes=remembered)


def cache_of(settings: Settings, cipher: Cipher, meters: Meters) -> Cache:
    """Share memory by Redis where there is one, sealed; lookups are counted."""
    if settings.redis_url:
        shared = SealedCache(RedisCache(settings.redis_url), cipher)
        nearby = NearCache(shared, ProcessCache(most=NEAR_ANSWERS))
        return CountedCache(nearby, meters.looked_up)
    return CountedCache(ProcessCache(), meters.looked_up)


def remembered_of(settings: Settings, cache: Cache, clock: Clock, ids: Ids) -> Remembered:
    """Keep answers for readers in that cache."""
    return Remembered(
        cache=cache,
        clock=clock,
        ids=ids,
        zone=settings.resort_timezone,
        is_shared=bool(settings.redis_url),
    )


def waker_of(settings: Settings) -> Waker:
    """Wake the workers by Redis in production, else the thread of this process."""
    if settings.is_production and settings.redis_url:
        from resortbook.adapters.rq.waker import RqWaker  # slow to import

        return RqWaker(settings.redis_url)
    return LocalWaker()


def messenger_of(settings: Settings, contents: ContentReads, meters: Meters) -> Messenger:
    """Send by Twilio where it is set up, with a breaker, else to the simulator; sends are
    counted.
    """
    if not settings.uses_twilio:
        return CountedMessenger(SimulatorMessenger(), meters.sent)
    messenger = TwilioMessenger(
        account_sid=settings.twilio_account_sid or "",
        auth_token=settings.twilio_auth_token or "",
        sender=settings.twilio_whatsapp_from or "",
        templates=settings.twilio_templates,
        status_callback=f"{settings.public_url}/webhooks/whatsapp/status",
        contents=contents,
        base_url=settings.twilio_api_base_url,
    )
    guarded = GuardedMessenger(messenger, provider="twilio", on_change=meters.broke)
    return CountedMessenger(guarded, meters.sent)


def content_maker_of(settings: Settings) -> ContentMaker | None:
    """Make templates at Twilio where there is an account; the simulator needs none."""
    if not settings.uses_twilio:
        return None
    return TwilioContents(
        account_sid=settings.twilio_account_sid or "",
        auth_token=settings.twilio_auth_token or "",
        base_url=settings.twilio_api_base_url,
    )


def pace_of(settings: Settings, clock: Clock) -> Pace:
    """Keep the sender's rate at Twilio; the simulator takes everything at once."""
    rate = settings.whatsapp_messages_per_second if settings.uses_twilio else None
    return Pace(clock=clock, sender=settings.twilio_whatsapp_from or "", per_second=rate)


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


def taps_of(settings: Settings) -> Taps:
    """Derive the key of option ids from the secret key."""
    return Taps(hmac.new(settings.secret_key.encode(), b"taps", hashlib.sha256).digest())


def passes_of(settings: Settings) -> Passes:
    """Derive the key of guests' codes from the secret key."""
    return Passes(hmac.new(settings.secret_key.encode(), b"passes", hashlib.sha256).digest())


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


def front_desk_of(settings: Settings) -> FrontDesk:
    """Take where a person answers, and when."""
    return FrontDesk(
        phone=settings.desk_phone,
        hours=settings.desk_hours,
        zone=settings.resort_timezone,
    )


def release_after_of(settings: Settings) -> timedelta:
    """Take how long a silence gives a conversation back to the bot."""
    return timedelta(hours=settings.handover_release_hours)


def template_check_of(settings: Settings, contents: ContentReads) -> Callable[[str], bool]:
    """Know by name which templates can be sent; the simulator shows any of them."""
    if not settings.uses_twilio:
        return TEMPLATES.__contains__
    named = settings.twilio_templates
    return lambda name: name in named or contents.find(name) is not None
