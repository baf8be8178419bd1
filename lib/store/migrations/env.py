"""Runs migrations on the connection that `lib.store.database` hands over, in its transaction."""

from alembic import context

from lib.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
