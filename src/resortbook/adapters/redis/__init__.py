"""Redis: memory that the processes of a resort share."""
