"""A written deck read back, in plain values."""
