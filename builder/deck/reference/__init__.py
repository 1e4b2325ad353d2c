"""Reference decks: what a company's own presentation file offers, and which of our layouts goes on which of its own."""
