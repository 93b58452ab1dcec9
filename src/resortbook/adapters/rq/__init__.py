"""RQ: a word to the workers of other processes that there is something to do."""
