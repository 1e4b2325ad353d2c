"""The frozen document: what the author meant, and the same with nothing left to look up."""
