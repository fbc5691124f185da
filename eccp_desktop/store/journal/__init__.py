"""The journal: what every step changed, and what follows from it."""
