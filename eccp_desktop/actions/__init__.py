"""One small class for each thing a user can do to the data."""
