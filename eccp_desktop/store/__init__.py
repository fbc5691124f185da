"""The event file: tables, journal, unit of work, reads, backup. The only place that loads SQLAlchemy."""
