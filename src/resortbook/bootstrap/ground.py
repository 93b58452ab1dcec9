"""What every service stands on: settings, adapters of the ports, and the parts all share."""

from dependency_injector import containers, providers

from resortbook.adapters.local.media import MediaFolder
from resortbook.adapters.local.world import SecretCodes, SystemClock, Uuid7Ids
from resortbook.adapters.twilio.signature import TwilioSignatures
from resortbook.application.journal import Journal
from resortbook.application.people import People
from resortbook.application.refusals import Refusals
from resortbook.application.stopping import Stopping
from resortbook.bootstrap import parts
from resortbook.settings import Settings


class Ground(containers.DeclarativeContainer):
    """What every service stands on."""

    settings = providers.Dependency(instance_of=Settings)
    clock = providers.Singleton(
        SystemClock, settings.provided.clock_file, settings.provided.simulator_clock_file
    )
    hands = providers.Singleton(parts.hands_of, settings)
    ids = providers.Singleton(Uuid7Ids)
    codes = providers.Singleton(SecretCodes)
    waker = providers.Singleton(parts.waker_of, settings)
    stopping = providers.Singleton(Stopping)
    meters = providers.Singleton(parts.meters_of)
    cipher = providers.Singleton(parts.cipher_of, settings)
    cache = providers.Singleton(parts.cache_of, settings, cipher, meters)
    remembered = providers.Singleton(parts.remembered_of, settings, cache, clock, ids)
    storage = providers.Singleton(parts.storage_of, settings, cipher, meters, remembered)
    reads = storage.provided.reads
    messenger = providers.Singleton(parts.messenger_of, settings, reads.contents, meters)
    signatures = providers.Singleton(TwilioSignatures, settings.provided.twilio_auth_token)
    media = providers.Singleton(MediaFolder, settings.provided.media_dir)
    policy = providers.Singleton(parts.policy_of, settings)
    facts = providers.Singleton(parts.facts_of, settings)
    taps = providers.Singleton(parts.taps_of, settings)
    words = providers.Singleton(parts.words_of, settings)
    journal = providers.Singleton(Journal, ids=ids)
    people = providers.Singleton(People, ids=ids)
    refusals = providers.Singleton(Refusals, catalogue=reads.catalogue)
