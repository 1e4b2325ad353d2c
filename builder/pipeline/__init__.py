"""The pipeline: the stages in order, stop rules, read-back, and publishing; `build.py` is the place to begin."""
