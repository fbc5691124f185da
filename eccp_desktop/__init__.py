"""ECCP Desk runs a matchmaking event from laptops without a network."""
