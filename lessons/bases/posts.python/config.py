# Where the database is. alembic/env.py hands this to Alembic.
class Settings:
    user = "stillroom"
    password = "distilled"
    host = "localhost"
    port = 5432
    database = "posts"


settings = Settings()
