"""What people write, turned into days, times, parties, names, answers and intents. No model."""
