"""The shape of a content file as its author writes it, as pydantic models over the node tree.

Only the modules of this package, and `builder.content.shape_check`, import pydantic.
"""


def json_schema() -> str:
    """Return the JSON Schema of content files (draft 2020-12), as `content.schema.json` holds it."""
    from builder.content.schema.editor_schema import render_schema

    return render_schema()
