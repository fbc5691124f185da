"""The Desk: who comes in, and what they need to know first."""
