"""The deck as a presentation: the slide model in, a .pptx package out, and a reader that opens what was written."""
