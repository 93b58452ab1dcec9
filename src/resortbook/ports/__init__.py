"""What the core asks of the outside world, in the core's own words."""
