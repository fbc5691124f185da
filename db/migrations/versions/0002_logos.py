"""The logos of the event and of its organiser, kept in the event file."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENT = """
    CREATE TABLE logo (
        whose TEXT NOT NULL,
        picture TEXT NOT NULL,
        id TEXT NOT NULL PRIMARY KEY
    ) STRICT
"""


def upgrade() -> None:
    op.execute(STATEMENT)
