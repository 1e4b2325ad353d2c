"""Stage "lint": what is wrong with words, numbers and sources, though both outputs could be made."""
