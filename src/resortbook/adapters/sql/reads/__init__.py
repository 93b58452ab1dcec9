"""What lists and screens read: no locks, each statement by itself."""
