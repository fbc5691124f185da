"""Who interprets is kept with the person. The bell is a matter of each laptop, and its column goes."""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    "ALTER TABLE participant ADD COLUMN interprets INTEGER",
    "ALTER TABLE event DROP COLUMN bell",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
