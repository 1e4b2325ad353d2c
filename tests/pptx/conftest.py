"""The sample deck, written once, and its parts."""

import pytest

from builder.pptx.archive import read_archive
from builder.pptx.write import write_deck
from tests.pptx.decks import sample_deck
from tests.pptx.markup import Parts


@pytest.fixture(scope="session")
def sample() -> bytes:
    return write_deck(sample_deck())


@pytest.fixture(scope="session")
def parts(sample: bytes) -> Parts:
    return Parts(read_archive(sample))
