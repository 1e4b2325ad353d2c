"""What names things in text: `@label` and `{claim}`."""

from __future__ import annotations

import re

LABEL = re.compile(r"[^\W\d_](?:[\w:\-]*[^\W_])?")
CLAIM = re.compile(rf"\{{[ \t]*(?P<claim>{LABEL.pattern})(?:\.(?P<part>[\w-]+))?[ \t]*\}}")
"""`{id}` or `{id.part}`. Why: a word in braces that is no claim is a slip of the pen, and must not be printed."""
