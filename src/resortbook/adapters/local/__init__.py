"""What one machine offers by itself: its clock, chance, memory, files and threads."""
