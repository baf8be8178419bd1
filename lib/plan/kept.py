"""A property computed at its first reading, by one thread, and kept."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, RLock
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
_LOCK = "_kept_lock"
_one_lock = Lock()


class kept(Generic[T]):
    """Like `functools.cached_property`, but computed once where several threads read at once."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> kept[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> kept[T] | T:
        if instance is None:
            return self
        with _lock_of(instance):
            if self.name not in vars(instance):
                vars(instance)[self.name] = self.compute(instance)
        found: T = vars(instance)[self.name]
        return found


def _lock_of(instance: object) -> RLock:
    """Return the lock that an object's properties share; they read one another."""
    with _one_lock:
        lock: RLock = vars(instance).setdefault(_LOCK, RLock())
    return lock
