"""The parts of a presentation, one kind a module: slide model in, bytes of the part out."""
