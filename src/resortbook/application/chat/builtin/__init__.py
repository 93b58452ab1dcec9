"""The engine that needs no key and no network: rules first, then a classifier."""
