"""Inputs made of sound ones: bytes dropped, doubled, exchanged, set, or replaced by pieces that mean something."""

from __future__ import annotations

import random
from collections.abc import Sequence

MOST_CHANGES = 8


def mutate(seeds: Sequence[bytes], tokens: Sequence[bytes], seed: int) -> bytes:
    """Return one of `seeds`, changed in a few places; the same for the same `seed`."""
    chance = random.Random(seed)
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(0, MOST_CHANGES)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 1, 2, 4, 16, 64, 1024)))
        match chance.randrange(7):
            case 0:
                del data[at:end]
            case 1:
                data[at:at] = data[at:end] * chance.choice((1, 1, 2, 50))
            case 2:
                other = chance.choice(seeds)
                start = chance.randrange(len(other) + 1)
                data[at:end] = other[start : start + chance.choice((4, 32, 256))]
            case 3:
                data[at:end] = chance.randbytes(end - at)
            case 4:
                data[at:at] = chance.choice(tokens) * chance.choice((1, 1, 1, 30))
            case 5:
                data[at:end] = chance.choice(tokens)
            case _:
                data = data[: max(at, 1)] if chance.random() < 0.1 else data
    return bytes(data)
