from sqlalchemy import Column, Integer, String, Text

# env.py imports Base from here, so that the tables below are registered.
from database import Base


class Recipe(Base):
    __tablename__ = "recipes"

    id = Column(Integer, primary_key=True)
    name = Column(String(120), nullable=False)
    method = Column(Text)
