"""Names for people who do not exist."""

NAMES = (
    "Anna Rossi",
    "Íñigo Etxeberria",
    "Małgorzata Żak",
    "Γεωργία Παπαδοπούλου",
    "Иванка Димитрова",
    "Søren Østergaard",
)

HUBS = (
    ("Smart Grid Hub Forlì", "IT", "EU"),
    ("Wood City Cluster Falun", "SE", "EU"),
    ("Battery Cluster Akron", "US", "US"),
    ("Robotics Hub Buffalo", "US", "US"),
)
