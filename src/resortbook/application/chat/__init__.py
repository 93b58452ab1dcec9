"""Booking by talking: from a message to typed commands, and from commands to acts and words."""
