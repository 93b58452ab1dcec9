"""Viewsets: the list of activities, and bookings."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_page
from rest_framework import mixins, status, viewsets
from rest_framework.exceptions import APIException, NotFound
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from bench.peers.django_resort.models import Activity, Booking, TimeSlot
from bench.peers.django_resort.serializers import (
    ActivitySerializer,
    BookingSerializer,
    WishSerializer,
)

KEPT_SECONDS = 5
HOLD = timedelta(minutes=30)


class SlotUnavailable(APIException):
    """There is no room."""

    status_code = status.HTTP_409_CONFLICT
    default_detail = "This time slot is no longer available"
    default_code = "slot_unavailable"


class ActivityViewSet(viewsets.ReadOnlyModelViewSet):
    """What the resort offers."""

    serializer_class = ActivitySerializer
    permission_classes = (AllowAny,)
    authentication_classes = ()

    def get_queryset(self) -> Any:
        """Return those that are wanted, with what belongs to them."""
        found = Activity.objects.filter(is_active=True).prefetch_related("rates", "images")
        least = self.request.query_params.get("min_price")
        return found.filter(price__gte=least) if least else found

    @method_decorator(cache_page(KEPT_SECONDS))
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        """List them; a page is kept in Redis."""
        return super().list(request, *args, **kwargs)


class BookingViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """The guest's own bookings."""

    serializer_class = BookingSerializer
    permission_classes = (IsAuthenticated,)

    def get_queryset(self) -> Any:
        """Return the guest's."""
        found = Booking.objects.filter(guest=self.request.user)
        return found.select_related("activity", "time_slot").order_by("-created_at")

    def create(self, request: Request) -> Response:
        """Hold seats."""
        wish = WishSerializer(data=request.data)
        wish.is_valid(raise_exception=True)
        booking = self._hold(request, wish.validated_data)
        return Response(BookingSerializer(booking).data, status=status.HTTP_201_CREATED)

    @transaction.atomic
    def _hold(self, request: Request, wish: dict[str, Any]) -> Booking:
        slot = (
            TimeSlot.objects.select_for_update(of=("self",))
            .select_related("activity")
            .filter(pk=wish["time_slot_id"], activity_id=wish["activity_id"])
            .first()
        )
        if slot is None or not slot.activity.is_active:
            raise NotFound
        if not slot.is_available or slot.booked_count + wish["participants"] > slot.capacity:
            raise SlotUnavailable
        slot.booked_count += wish["participants"]
        slot.save(update_fields=["booked_count"])
        booking: Booking = Booking.objects.create(
            guest=request.user,
            activity=slot.activity,
            time_slot=slot,
            participants=wish["participants"],
            total_price=slot.activity.price * wish["participants"],
            special_requests=wish["special_requests"],
            lead_name=wish["lead_name"],
            room=wish["room"],
            expires_at=timezone.now() + HOLD,
        )
        return booking
