"""The same resort as a good Django programmer would write it in a few days: Django and DRF.

Viewsets, `transaction.atomic` with `select_for_update`, prefetched relations, pages, a page
cache on Redis, pooled connections. It signs guests in by DRF's tokens. It has no idempotency
keys, no outbox, no audit, and seals nothing.
"""
