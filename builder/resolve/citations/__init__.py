"""Citations and the list of references, as a CSL style shows them."""
