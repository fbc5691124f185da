"""The nouns, vocabularies and rules of a matchmaking event, as pure functions of values. Standard library only."""
