"""A resort whose guests' tastes are known, to measure recommendations with."""
