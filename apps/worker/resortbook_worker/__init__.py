"""The worker: does a resort's background work, woken by RQ and by itself."""
