"""What processes write down of a guest's journey: no number, no code, no token anywhere."""

import re

import pytest
import redis

from tests.apps.worker.conftest import PHONE, await_true, in_days
from tests.fake_twilio import cut

pytestmark = pytest.mark.xdist_group("worker processes")


@pytest.mark.timeout(90)
def test_a_whole_journey_leaves_no_number_code_or_token_in_logs_redis_or_metrics(
    house, fake, given, guest, sent, redis_client
):
    house.settings["LOG_LEVEL"] = "DEBUG"
    public_port = int(house.settings["PUBLIC_URL"].rpartition(":")[2])
    api = house.start("api")
    whatsapp = house.start("whatsapp", port=public_port)
    worker = house.start("worker")
    programs = [api, whatsapp, worker]
    for program in programs:
        house.await_ready(program)
    slot = given.slot(start=in_days(3))
    watch = Watch(redis_client)

    api.ask("/api/v1/auth/request-otp/", "POST", {"phone": PHONE})
    [code] = re.findall(r"\d{6}", sent(1)[0])
    signed_in = api.ask("/api/v1/auth/verify-otp/", "POST", {"phone": PHONE, "code": code})
    token = signed_in["token"]
    wish = {"activity_id": str(slot.activity_id), "time_slot_id": str(slot.id)}
    told = {
        **wish,
        "participants": 1,
        "lead_name": "Philomena Quartermaine",
        "room": "Tangerine",
    }
    booking = api.ask("/api/v1/bookings/", "POST", told, token)
    sent(2)
    fake.automatic = ()  # nor does a report tell: it is looked up by the guest's number
    fake.always(cut(recorded=True), times=1)
    api.ask(f"/api/v1/bookings/{booking['id']}/confirm/", "POST", {}, token)
    sent(3)
    looked_up = await_true(lambda: any(call.method == "GET" for call in fake.calls))
    house.webhook(fake.phone(PHONE).text("my bookings, and allergic to hazelnuts"))
    texts = sent(4)
    fake.settle()
    pages = [program.ask("/metrics") for program in programs]
    heard = watch.text()
    statuses = [program.end() for program in programs]

    links = [link for text in texts for link in re.findall(r"token=([\w-]+)", text)]
    secrets = [PHONE, PHONE[1:], PHONE[3:], token, signed_in["csrf_token"], *links]
    secrets += ["Philomena", "Quartermaine", "Tangerine", "hazelnuts", "fake-auth-token"]
    written = [program.log.read_text() for program in programs]
    assert statuses == [0, 0, 0]
    assert (looked_up, len(texts)) == (True, 4)
    assert all(written) and "request.answered" in "".join(written)
    assert "rq:job:" in heard
    for text in (*written, *pages, heard):
        assert [secret for secret in secrets if secret in text] == []
        assert not re.search(rf"\b{code}\b", text)


class Watch:
    """Hears every command that reaches Redis: keys, values and jobs are made by commands."""

    def __init__(self, client: "redis.Redis") -> None:
        self._client = client
        self._monitor = client.monitor()
        self._monitor.__enter__()

    def text(self) -> str:
        heard: list[str] = []
        self._client.set("the end", 1)
        while "the end" not in (command := str(self._monitor.next_command())):
            heard.append(command)
        self._monitor.__exit__(None, None, None)
        return "\n".join(heard)
