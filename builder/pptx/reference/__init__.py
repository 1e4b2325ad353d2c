"""Reading of reference decks: files of others, trusted in nothing."""
