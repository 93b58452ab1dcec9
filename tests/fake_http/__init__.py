"""What the fakes of outside services share: an HTTP server, and ways to go wrong."""
