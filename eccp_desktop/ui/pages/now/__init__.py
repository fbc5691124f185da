"""Who sits where now, and who is missing."""
