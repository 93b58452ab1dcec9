"""How well people are understood, measured on corpora of what they write."""
