"""A mapping with known keys."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

from builder.content.nodes import Mapping, Node, Scalar, Sequence
from builder.content.schema.fault import describe, fault


def _spell(name: str) -> str:
    return name.replace("_", "-")


class Shape(BaseModel):
    """A mapping with known keys; `node` is where it was written, `short_form` the key that text alone stands for.

    A key without a value counts as not written. Each mapping's shape is noted in the context that validation is
    given, by the mapping's identity, so that a fault can tell which keys were possible.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, alias_generator=_spell, defer_build=True
    )
    short_form: ClassVar[str] = ""
    _node: Mapping = PrivateAttr()

    @property
    def node(self) -> Mapping:
        return self._node

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: object, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if not isinstance(value, Mapping):
            raise _expected_keys(value, cls.keys())
        if info.context is not None:
            info.context[id(value)] = cls
        known = cls.keys()
        shape = handler(
            {
                entry.key.value: entry.value
                for entry in value.entries
                if not (isinstance(entry.value, Scalar) and entry.value.is_null and entry.key.value in known)
            }
        )
        shape._node = value
        return shape

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Return the keys that it may have, as the author writes them."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    def value_of(self, key: str) -> Node:
        """Return the node of `key`, which was written."""
        entry = self._node.find(key)
        if entry is None:
            raise LookupError(key)
        return entry.value

    def key_of(self, key: str) -> Scalar:
        """Return the key itself, which was written."""
        entry = self._node.find(key)
        if entry is None:
            raise LookupError(key)
        return entry.key


def _expected_keys(value: object, keys: tuple[str, ...]) -> Exception:
    assert isinstance(value, Scalar | Sequence)
    wanted = ", ".join(f"'{key}'" for key in keys[:4]) + (" …" if len(keys) > 4 else "")
    return fault("B203", f"expected the keys {wanted}, found {describe(value)}", help=f"write '{keys[0]}: …'")
