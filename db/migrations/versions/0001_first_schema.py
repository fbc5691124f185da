"""The first schema of the event file."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE brief (
        country TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        checked_at TEXT,
        id TEXT NOT NULL PRIMARY KEY
    ) STRICT
    """,
    """
    CREATE TABLE device (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        letter TEXT NOT NULL,
        since TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE event (
        name TEXT NOT NULL,
        zone TEXT NOT NULL,
        edition TEXT,
        series TEXT,
        venue TEXT,
        city TEXT,
        country TEXT,
        organiser TEXT,
        pairing TEXT NOT NULL,
        default_kind TEXT NOT NULL,
        language TEXT NOT NULL,
        most_meetings_per_day INTEGER,
        most_meetings_in_a_row INTEGER,
        slots_between_zones INTEGER NOT NULL,
        accent TEXT,
        consent_version TEXT,
        consent_text TEXT,
        bell INTEGER NOT NULL,
        id TEXT NOT NULL PRIMARY KEY
    ) STRICT
    """,
    """
    CREATE TABLE session (
        kind TEXT NOT NULL,
        day TEXT NOT NULL,
        start TEXT NOT NULL,
        "end" TEXT NOT NULL,
        title TEXT,
        room TEXT,
        speakers TEXT,
        slot_minutes INTEGER,
        gap_minutes INTEGER,
        id TEXT NOT NULL PRIMARY KEY
    ) STRICT
    """,
    """
    CREATE TABLE side (
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        id TEXT NOT NULL PRIMARY KEY
    ) STRICT
    """,
    """
    CREATE TABLE staff (
        initials TEXT NOT NULL,
        name TEXT,
        id TEXT NOT NULL PRIMARY KEY
    ) STRICT
    """,
    """
    CREATE TABLE this_copy (
        id INTEGER NOT NULL,
        event_id TEXT NOT NULL,
        device_id TEXT,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE event_language (
        event_id TEXT NOT NULL,
        language TEXT NOT NULL,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
    ) STRICT
    """,
    """
    CREATE TABLE organisation (
        name TEXT NOT NULL,
        kind TEXT,
        side_id TEXT,
        country TEXT,
        region TEXT,
        city TEXT,
        website TEXT,
        profile_link TEXT,
        founded INTEGER,
        members_sme INTEGER,
        members_large INTEGER,
        members_research INTEGER,
        description TEXT,
        offers TEXT,
        seeks TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(side_id) REFERENCES side (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX ix_organisation_name ON organisation (name)",
    """
    CREATE TABLE slot (
        session_id TEXT NOT NULL,
        start TEXT NOT NULL,
        "end" TEXT NOT NULL,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_slot_session_id ON slot (session_id)",
    """
    CREATE TABLE unit (
        number INTEGER NOT NULL,
        id TEXT NOT NULL,
        device_id TEXT NOT NULL,
        seq INTEGER NOT NULL,
        clock INTEGER NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        title TEXT NOT NULL,
        subject TEXT,
        undoes TEXT,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (id),
        FOREIGN KEY(device_id) REFERENCES device (id)
    ) STRICT
    """,
    "CREATE INDEX unit_of_device ON unit (device_id, seq)",
    "CREATE INDEX unit_undoes ON unit (undoes)",
    """
    CREATE TABLE change (
        unit_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        row_id TEXT NOT NULL,
        field TEXT NOT NULL,
        saw TEXT,
        value TEXT,
        salt TEXT,
        commitment TEXT NOT NULL,
        PRIMARY KEY (unit_id, position),
        FOREIGN KEY(unit_id) REFERENCES unit (id)
    ) STRICT
    """,
    "CREATE INDEX change_of_row ON change (row_id, field)",
    """
    CREATE TABLE hall_table (
        number INTEGER NOT NULL,
        zone TEXT,
        seats INTEGER NOT NULL,
        open INTEGER NOT NULL,
        organisation_id TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL
    ) STRICT
    """,
    """
    CREATE TABLE organisation_programme (
        organisation_id TEXT NOT NULL,
        programme TEXT NOT NULL,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_organisation_programme_organisation_id ON organisation_programme (organisation_id)",
    """
    CREATE TABLE organisation_sector (
        organisation_id TEXT NOT NULL,
        sector TEXT NOT NULL,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_organisation_sector_organisation_id ON organisation_sector (organisation_id)",
    """
    CREATE TABLE organisation_target (
        organisation_id TEXT NOT NULL,
        country TEXT NOT NULL,
        rank INTEGER NOT NULL,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_organisation_target_organisation_id ON organisation_target (organisation_id)",
    """
    CREATE TABLE meeting (
        number INTEGER NOT NULL,
        state TEXT NOT NULL,
        slot_id TEXT,
        table_id TEXT,
        type TEXT,
        locked INTEGER NOT NULL,
        source TEXT NOT NULL,
        reason TEXT,
        started_at TEXT,
        ended_at TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        CONSTRAINT seated_has_a_seat CHECK (NOT (state NOT IN ('unscheduled', 'cancelled'))
            OR (slot_id IS NOT NULL AND table_id IS NOT NULL)),
        FOREIGN KEY(slot_id) REFERENCES slot (id) ON DELETE SET NULL,
        FOREIGN KEY(table_id) REFERENCES hall_table (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX ix_meeting_number ON meeting (number)",
    """
    CREATE UNIQUE INDEX no_table_twice ON meeting (slot_id, table_id) WHERE state NOT IN ('unscheduled', 'cancelled')
    """,
    """
    CREATE TABLE participant (
        code TEXT NOT NULL,
        given_name TEXT NOT NULL,
        family_name TEXT NOT NULL,
        organisation_id TEXT,
        name_on_badge TEXT,
        job_title TEXT,
        email TEXT,
        phone TEXT,
        interpreter_needed TEXT,
        arrival TEXT,
        departure TEXT,
        fixed_table_id TEXT,
        box TEXT,
        box_position INTEGER,
        state TEXT NOT NULL,
        presence TEXT NOT NULL,
        presence_since TEXT,
        late_until TEXT,
        notes TEXT,
        consent_version TEXT,
        consent_at TEXT,
        outside_reference TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE SET NULL,
        FOREIGN KEY(fixed_table_id) REFERENCES hall_table (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX ix_participant_code ON participant (code)",
    "CREATE INDEX ix_participant_organisation_id ON participant (organisation_id)",
    """
    CREATE TABLE table_closure (
        table_id TEXT NOT NULL,
        slot_id TEXT NOT NULL,
        reason TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(table_id) REFERENCES hall_table (id) ON DELETE CASCADE,
        FOREIGN KEY(slot_id) REFERENCES slot (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_table_closure_slot_id ON table_closure (slot_id)",
    "CREATE INDEX ix_table_closure_table_id ON table_closure (table_id)",
    """
    CREATE TABLE absence (
        participant_id TEXT NOT NULL,
        start TEXT NOT NULL,
        "end" TEXT NOT NULL,
        reason TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_absence_participant_id ON absence (participant_id)",
    """
    CREATE TABLE meeting_person (
        meeting_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        role TEXT NOT NULL,
        occupied_slot_id TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
        FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_meeting_person_meeting_id ON meeting_person (meeting_id)",
    "CREATE INDEX ix_meeting_person_participant_id ON meeting_person (participant_id)",
    """
    CREATE UNIQUE INDEX nobody_twice_in_a_slot ON meeting_person (participant_id, occupied_slot_id)
    WHERE occupied_slot_id IS NOT NULL
    """,
    """
    CREATE TABLE outcome (
        meeting_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        stage INTEGER NOT NULL,
        quality INTEGER,
        result TEXT,
        potential_agreement INTEGER,
        document TEXT,
        next_step TEXT,
        text TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
        FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_outcome_meeting_id ON outcome (meeting_id)",
    """
    CREATE TABLE participant_language (
        participant_id TEXT NOT NULL,
        language TEXT NOT NULL,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_participant_language_participant_id ON participant_language (participant_id)",
    """
    CREATE TABLE print (
        document TEXT NOT NULL,
        participant_id TEXT,
        version INTEGER NOT NULL,
        printed_at TEXT NOT NULL,
        copies INTEGER NOT NULL,
        shown TEXT NOT NULL,
        handed_out_at TEXT,
        table_id TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE,
        FOREIGN KEY(table_id) REFERENCES hall_table (id) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX ix_print_participant_id ON print (participant_id)",
    "CREATE INDEX print_subject ON print (document, participant_id)",
    """
    CREATE TABLE request (
        sender_id TEXT NOT NULL,
        receiver_id TEXT NOT NULL,
        priority TEXT NOT NULL,
        state TEXT NOT NULL,
        origin TEXT NOT NULL,
        message TEXT,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(sender_id) REFERENCES participant (id) ON DELETE CASCADE,
        FOREIGN KEY(receiver_id) REFERENCES participant (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_request_sender_id ON request (sender_id)",
    "CREATE INDEX request_receiver ON request (receiver_id)",
    """
    CREATE TABLE session_person (
        session_id TEXT NOT NULL,
        participant_id TEXT NOT NULL,
        id TEXT NOT NULL PRIMARY KEY,
        FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE CASCADE,
        FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE
    ) STRICT
    """,
    "CREATE INDEX ix_session_person_participant_id ON session_person (participant_id)",
    "CREATE INDEX ix_session_person_session_id ON session_person (session_id)",
    """
    CREATE TRIGGER meeting_takes_seats AFTER INSERT ON meeting BEGIN
        UPDATE meeting_person
        SET occupied_slot_id = CASE WHEN NEW.state IN ('unscheduled', 'cancelled') THEN NULL ELSE NEW.slot_id END
        WHERE meeting_id = NEW.id;
    END
    """,
    """
    CREATE TRIGGER meeting_moves_seats AFTER UPDATE OF slot_id, state ON meeting BEGIN
        UPDATE meeting_person
        SET occupied_slot_id = CASE WHEN NEW.state IN ('unscheduled', 'cancelled') THEN NULL ELSE NEW.slot_id END
        WHERE meeting_id = NEW.id;
    END
    """,
    """
    CREATE TRIGGER person_takes_seat AFTER INSERT ON meeting_person BEGIN
        UPDATE meeting_person SET occupied_slot_id = (
            SELECT CASE WHEN state IN ('unscheduled', 'cancelled') THEN NULL ELSE slot_id END
            FROM meeting WHERE id = NEW.meeting_id
        ) WHERE id = NEW.id;
    END
    """,
    """
    CREATE TRIGGER person_changes_seat AFTER UPDATE OF meeting_id ON meeting_person BEGIN
        UPDATE meeting_person SET occupied_slot_id = (
            SELECT CASE WHEN state IN ('unscheduled', 'cancelled') THEN NULL ELSE slot_id END
            FROM meeting WHERE id = NEW.meeting_id
        ) WHERE id = NEW.id;
    END
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
