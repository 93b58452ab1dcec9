"""Activities with their rates and images, departures, bookings."""

import uuid

from django.contrib.auth.models import User
from django.db import models


class Activity(models.Model):
    """What can be booked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    description = models.TextField()
    category = models.CharField(max_length=50, db_index=True)
    currency = models.CharField(max_length=3, default="USD")
    price = models.DecimalField(max_digits=10, decimal_places=2)
    duration_minutes = models.PositiveIntegerField()
    capacity_per_slot = models.PositiveIntegerField()
    location = models.CharField(max_length=200)
    meeting_point = models.CharField(max_length=200, blank=True)
    requirements = models.TextField(blank=True)
    bring = models.TextField(blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        """In the order of their names."""

        ordering = ("name", "id")


class Rate(models.Model):
    """A price for a kind of guest."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="rates")
    code = models.CharField(max_length=20)
    label = models.CharField(max_length=50)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    position = models.PositiveIntegerField()

    class Meta:
        """As they were put."""

        ordering = ("position",)


class ActivityImage(models.Model):
    """A picture."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="images")
    url = models.CharField(max_length=300)
    alt_text = models.CharField(max_length=200)
    is_primary = models.BooleanField(default=False)
    order = models.PositiveIntegerField()

    class Meta:
        """As they were put."""

        ordering = ("order",)


class TimeSlot(models.Model):
    """A departure."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="slots")
    start_time = models.DateTimeField(db_index=True)
    end_time = models.DateTimeField()
    capacity = models.PositiveIntegerField()
    booked_count = models.PositiveIntegerField(default=0)
    is_available = models.BooleanField(default=True)

    class Meta:
        """Never more than there is room for."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(booked_count__lte=models.F("capacity")), name="seats"
            ),
        )


class Booking(models.Model):
    """A guest's seats on a departure."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    guest = models.ForeignKey(User, models.CASCADE, related_name="bookings")
    activity = models.ForeignKey(Activity, models.CASCADE)
    time_slot = models.ForeignKey(TimeSlot, models.CASCADE)
    status = models.CharField(max_length=20, default="pending", db_index=True)
    participants = models.PositiveIntegerField()
    total_price = models.DecimalField(max_digits=10, decimal_places=2)
    special_requests = models.TextField(blank=True)
    lead_name = models.CharField(max_length=200, blank=True)
    room = models.CharField(max_length=20, blank=True)
    booking_source = models.CharField(max_length=20, default="web")
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)
    expires_at = models.DateTimeField(null=True)
