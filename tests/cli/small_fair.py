"""A small fair for the command line."""

NEW = [
    "--name",
    "Fair",
    "--zone",
    "Europe/Berlin",
    "--day",
    "2016-04-25",
    "--session",
    "09:00-12:30",
    "--sides",
    "EU,US",
]
"""What `new` is told beside the tables: one morning, two sides."""
