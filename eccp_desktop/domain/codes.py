"""Badge codes: six characters that survive every scanner, keyboard layout and handwriting; the last one checks the others."""

import secrets

ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""A-Z and 2-9 without O, I, L and U, which are read or typed as something else."""

CODE_LENGTH = 6

_PRIME = len(ALPHABET) + 1
_VALUES = {character: value for value, character in enumerate(ALPHABET, start=1)}
_SEPARATORS = str.maketrans("", "", " \t\r\n\u00a0-")


def new_code() -> str:
    """A code that nobody can guess from another one; there are about 23.5 million."""
    while True:
        payload = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1))
        check = -_weighed(payload) % _PRIME
        if check:  # one payload in 31 would need a thirty-first character
            return payload + ALPHABET[check - 1]


def normalise_code(text: str) -> str:
    """A code as it is stored: upper case, without spaces and hyphens. Says nothing about whether it is one."""
    return text.translate(_SEPARATORS).upper()


def is_code(text: str) -> bool:
    """Whether this is a badge code, in either case and with spaces or hyphens anywhere.

    One wrong character and two swapped ones are always noticed: the weights are distinct and the modulus is prime, as in
    ISBN-10 (ISO 2108:1992).
    """
    code = normalise_code(text)
    return len(code) == CODE_LENGTH and all(character in _VALUES for character in code) and not _weighed(code)


def _weighed(characters: str) -> int:
    weights = range(CODE_LENGTH, 0, -1)
    return sum(weight * _VALUES[character] for weight, character in zip(weights, characters, strict=False)) % _PRIME
