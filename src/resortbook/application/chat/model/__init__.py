"""The engine that asks a language model what a message means."""
