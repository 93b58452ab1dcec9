"""Every sentence that a guest can read in a message; every function takes a locale's words."""
