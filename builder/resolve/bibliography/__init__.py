"""The works that can be cited: CSL-JSON, CSL-YAML and BibTeX files, and CSL items in place."""
