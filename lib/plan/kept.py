"""What is computed of an immutable value once, by one thread, and kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock, RLock
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, overload

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


V = TypeVar("V")
P = ParamSpec("P")


def kept_beside(compute: Callable[[V], T]) -> Callable[[V], T]:
    """Make a function of one immutable value say it once; what it returned is given again.

    For a property of that value which cannot stand in its class: the class knows too little.
    """
    name = f"_{compute.__module__}.{compute.__name__}"

    @wraps(compute)
    def told(value: V) -> T:
        with _lock_of(value):
            if name not in vars(value):
                vars(value)[name] = compute(value)
            found: T = vars(value)[name]
        return found

    return told


def kept_last(compute: Callable[Concatenate[V, P], T]) -> Callable[Concatenate[V, P], T]:
    """Like `kept_beside`, where more than the value is asked: the last answer is kept."""
    name = f"_{compute.__module__}.{compute.__name__}"

    @wraps(compute)
    def told(value: V, /, *args: P.args, **named: P.kwargs) -> T:
        asked = args, named
        with _lock_of(value):
            known = vars(value).get(name)
            if known is None or known[0] != asked:
                known = vars(value)[name] = (asked, compute(value, *args, **named))
        found: T = known[1]
        return found

    return told


def _lock_of(instance: object) -> RLock:
    """Return the lock that an object's properties share; they read one another."""
    with _one_lock:
        lock: RLock = vars(instance).setdefault(_LOCK, RLock())
    return lock
