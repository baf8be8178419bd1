"""The service's tests also run on a real PostgreSQL server."""

from tests.store.conftest import new_postgresql, postgresql

__all__ = ["new_postgresql", "postgresql"]
