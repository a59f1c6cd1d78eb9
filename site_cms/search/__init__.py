"""What readers find: an index of our own, the same on every database (docs/search.md)."""
