"""Resolving: numbering, citations, cross-references, pictures and charts, until nothing is left to look up."""
