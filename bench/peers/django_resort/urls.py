"""Where it all is."""

from rest_framework.routers import SimpleRouter

from bench.peers.django_resort.views import ActivityViewSet, BookingViewSet

router = SimpleRouter()
router.register("api/activities", ActivityViewSet, basename="activity")
router.register("api/bookings", BookingViewSet, basename="booking")
urlpatterns = router.urls
