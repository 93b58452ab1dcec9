"""What goes over the line."""

from rest_framework import serializers

from bench.peers.django_resort.models import Activity, ActivityImage, Booking, Rate, TimeSlot


class RateSerializer(serializers.ModelSerializer):
    """A rate."""

    class Meta:
        """Without its activity."""

        model = Rate
        fields = ("code", "label", "price")


class ImageSerializer(serializers.ModelSerializer):
    """An image."""

    class Meta:
        """Without its activity."""

        model = ActivityImage
        fields = ("url", "alt_text", "is_primary", "order")


class ActivitySerializer(serializers.ModelSerializer):
    """An activity with all that belongs to it."""

    rates = RateSerializer(many=True, read_only=True)
    images = ImageSerializer(many=True, read_only=True)

    class Meta:
        """Everything."""

        model = Activity
        fields = "__all__"


class ActivityBrief(serializers.ModelSerializer):
    """An activity within a booking."""

    class Meta:
        """What a booking shows of it."""

        model = Activity
        fields = ("id", "slug", "name", "location", "duration_minutes")


class SlotBrief(serializers.ModelSerializer):
    """A departure within a booking."""

    class Meta:
        """What a booking shows of it."""

        model = TimeSlot
        fields = ("id", "start_time", "end_time")


class BookingSerializer(serializers.ModelSerializer):
    """A booking as its guest sees it."""

    activity = ActivityBrief(read_only=True)
    time_slot = SlotBrief(read_only=True)

    class Meta:
        """Without the guest."""

        model = Booking
        exclude = ("guest",)


class WishSerializer(serializers.Serializer):
    """What a guest asks for."""

    activity_id = serializers.UUIDField()
    time_slot_id = serializers.UUIDField()
    participants = serializers.IntegerField(min_value=1, max_value=100)
    special_requests = serializers.CharField(max_length=1000, allow_blank=True, default="")
    lead_name = serializers.CharField(max_length=200, allow_blank=True, default="")
    room = serializers.CharField(max_length=20, allow_blank=True, default="")
