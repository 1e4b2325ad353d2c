"""The frozen slide model, and laid-out boxes compiled to it."""
