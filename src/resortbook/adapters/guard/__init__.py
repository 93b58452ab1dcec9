"""Guards round what may fail: a provider in trouble is left alone for a while."""
