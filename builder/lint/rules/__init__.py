"""One rule a module, named as in `builder.diagnostics.rules`; each has one function `check`."""
