"""The state in SQLite or PostgreSQL, by SQLAlchemy Core from one code base."""
