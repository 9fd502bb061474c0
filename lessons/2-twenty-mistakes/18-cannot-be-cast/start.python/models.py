from sqlalchemy import Column, Integer, String

# env.py imports Base from here, so that the tables below are registered.
from database import Base


class Bottle(Base):
    __tablename__ = "bottles"

    id = Column(Integer, primary_key=True)
    name = Column(String(80), nullable=False)
    year = Column(Integer)
