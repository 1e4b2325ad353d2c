"""Content: a YAML file in, the frozen document of the model out, with every fault located."""
