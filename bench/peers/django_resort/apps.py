"""The application's name: its tables begin with it."""

from django.apps import AppConfig


class ResortConfig(AppConfig):
    """The resort."""

    name = "bench.peers.django_resort"
    label = "resort"
