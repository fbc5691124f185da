"""The badge codes that people keep when two records of them become one."""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    """
    CREATE TABLE former_code (
        participant_id TEXT NOT NULL,
        merged_id TEXT NOT NULL,
        code TEXT NOT NULL,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_former_code_participant_id ON former_code (participant_id)",
    "CREATE INDEX ix_former_code_code ON former_code (code)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
