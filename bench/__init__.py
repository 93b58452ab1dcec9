"""What measures speed: the product over HTTP beside the floor of its own SQL, as ratios."""
