import json

import pytest

from resortbook_api.app import create_app


@pytest.fixture
def api(container):
    return create_app(container.resort(), container.settings()).test_client()


@pytest.fixture
def as_staff(given, container):
    actor = given.staff()
    with container.storage().begin() as work:
        person = work.guests.get(actor.guest_id)
        opened = container.sessions().open(work, person, now=container.clock().now())
        work.commit()
    return {"Authorization": f"Bearer {opened.token}"}


def test_activities_are_the_apis_own_objects(run, given, api):
    given.activity()

    printed = json.loads(run("activities", "list", "--json").stdout)

    assert printed == api.get("/api/v1/activities/").json["items"]


def test_departures_are_the_apis_own_objects(run, given, api, as_staff):
    given.slot()

    printed = json.loads(run("slots", "list", "jet-skiing", "--json").stdout)

    shown = api.get("/api/v1/staff/slots/?activity=jet-skiing", headers=as_staff)
    assert printed == shown.json["items"]


def test_bookings_are_the_apis_own_objects(run, given, api, as_staff):
    given.hold(given.slot(), guest=given.guest(), party=3, special_requests="Window")

    printed = json.loads(run("bookings", "list", "--json").stdout)

    shown = api.get("/api/v1/staff/bookings/", headers=as_staff)
    assert printed == shown.json["items"]
