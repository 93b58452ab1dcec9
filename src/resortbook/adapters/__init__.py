"""One package for each outside thing; none of them knows another."""
