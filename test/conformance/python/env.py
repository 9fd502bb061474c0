from alembic import context
from decode_case import target_metadata

context.configure(connection=object(), target_metadata=target_metadata)
context.run_migrations()
