"""Extensions of SQLAlchemy. Source: sqlalchemy.ext."""
