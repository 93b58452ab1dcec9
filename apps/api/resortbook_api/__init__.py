"""The HTTP API: turns requests into calls of the resort, and what comes back into JSON."""
