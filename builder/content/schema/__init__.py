"""The shape of a content file as its author writes it, as pydantic models over the node tree.

Only the modules of this package import pydantic.
"""
