"""The routes: each parses, calls the resort once, and returns what came of it."""
