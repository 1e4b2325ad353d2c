"""Files that a PDF carries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Relationship(Enum):
    """What a file is to the document that carries it (ISO 32000-2, table 43)."""

    SOURCE = "Source"
    DATA = "Data"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file; `name` is without folders, and no other of the same PDF has it. `description` is for people."""

    name: str
    description: str
    media_type: str
    relationship: Relationship
    data: bytes
