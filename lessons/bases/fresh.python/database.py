from sqlalchemy.orm import declarative_base

# Every model registers its table in Base.metadata.
Base = declarative_base()
