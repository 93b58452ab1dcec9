"""What a guest may like."""

from typing import Any

from flask.views import MethodView

from resortbook.application.recommendations import Recommendation
from resortbook.application.shapes import Shape, activity_shape, slot_shape
from resortbook_api.auth import Access, guest, signed_in_if_any
from resortbook_api.blueprint import Blueprint
from resortbook_api.current import resort, settings
from resortbook_api.schemas.recommendation import (
    FeedbackAsked,
    FeedbackSchema,
    RecommendationList,
    RecommendationQuery,
)

blp = Blueprint("recommendations", "What a guest may like", "/api/v1/recommendations")


@blp.route("/", access=Access.ANYBODY)
class Recommendations(MethodView):
    """What to do."""

    @blp.arguments(RecommendationQuery, location="query")
    @blp.shows(200, RecommendationList)
    def get(self, query: dict[str, Any]) -> Shape:
        """Recommend activities.

        For who is signed in by preferences, history and feedback; for anybody else what is
        popular and free soon. `context` narrows them by what it says: a kind of activity, a day
        or a part of it, who comes.
        """
        person = signed_in_if_any()
        found = resort().advice.recommend(
            person.person.id if person else None,
            context=query["context"],
            limit=query["limit"],
        )
        return {
            "items": [_shape(one) for one in found.items],
            "source": "ai" if found.is_by_model else "rules",
        }


@blp.route("/feedback/", access=Access.SIGNED_IN)
class RecommendationFeedback(MethodView):
    """What guests say of recommendations."""

    @blp.refuses(404)
    @blp.arguments(FeedbackAsked)
    @blp.shows(201, FeedbackSchema)
    def post(self, asked: dict[str, Any]) -> Shape:
        """Say whether a recommendation was a help.

        It changes what is recommended next; said again of the same activity it counts anew.
        """
        kept = resort().recommendations.add_feedback(
            asked["activity_id"], helpful=asked["helpful"], comment=asked["comment"], by=guest()
        )
        return {
            "activity_id": str(kept.activity_id),
            "helpful": kept.helpful,
            "comment": kept.comment,
        }


def _shape(one: Recommendation) -> Shape:
    return {
        "activity": activity_shape(one.activity, public_url=settings().public_url),
        "score": one.score,
        "reason": one.reason,
        "next_slot": slot_shape(one.next_slot, reason=None),
    }
