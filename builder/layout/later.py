"""Let a library import modules that it seldom needs, and load them when it does."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any


class LaterModule(ModuleType):
    """Stands for a module while others import it; `functions` are asked for by their names at once."""

    def __init__(self, name: str, *functions: str) -> None:
        super().__init__(name)
        for function in functions:
            setattr(self, function, _calling(name, function))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


def _calling(module: str, function: str) -> Callable[..., Any]:
    def call(*args: Any, **named: Any) -> Any:
        return getattr(import_module(module), function)(*args, **named)

    return call


@contextlib.contextmanager
def later(*modules: LaterModule) -> Iterator[None]:
    """Have what is imported in this block take these for the modules of their names, which were not loaded before."""
    stand_ins = {module.__name__: module for module in modules if module.__name__ not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
