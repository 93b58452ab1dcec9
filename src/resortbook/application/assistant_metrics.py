"""What the language model was asked, what came of it, and what it cost, for Prometheus."""

from collections.abc import Iterator

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from resortbook.application.assistant import AssistantFigures
from resortbook.application.chat.model.outcome import Outcome


def of_assistant(figures: AssistantFigures) -> Iterator[Metric]:
    """Show the figures; each outcome but `used` was answered by the built-in engine."""
    turns = CounterMetricFamily(
        "resortbook_assistant_turns",
        "Messages that a model was to read, by what came of it",
        labels=["outcome"],
    )
    for outcome in Outcome:
        turns.add_metric([outcome.value], figures.usage.outcomes.get(outcome.value, 0))
    yield turns
    ever = figures.usage.ever
    tokens = CounterMetricFamily(
        "resortbook_assistant_tokens", "Tokens that were read and written", labels=["direction"]
    )
    tokens.add_metric(["in"], ever.tokens_in)
    tokens.add_metric(["out"], ever.tokens_out)
    yield tokens
    yield CounterMetricFamily(
        "resortbook_assistant_cost_cents",
        "What they cost, by the prices of the settings",
        value=float(figures.cents),
    )
    yield from _of_today(figures)


def _of_today(figures: AssistantFigures) -> Iterator[Metric]:
    used = GaugeMetricFamily(
        "resortbook_assistant_used_today", "What all guests used today", labels=["of"]
    )
    limit = GaugeMetricFamily(
        "resortbook_assistant_daily_limit", "What all guests may use a day", labels=["of"]
    )
    today, limits = figures.usage.today, figures.limits
    for name, value, most in (
        ("turns", today.turns, limits.turns),
        ("tokens", today.tokens, limits.tokens),
    ):
        used.add_metric([name], value)
        limit.add_metric([name], most)
    yield used
    yield limit
