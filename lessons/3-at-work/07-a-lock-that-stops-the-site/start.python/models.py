from sqlalchemy import Column, Integer, String, Text

# env.py imports Base from here, so that the tables below are registered.
from database import Base


class Post(Base):
    __tablename__ = "posts"

    id = Column(Integer, primary_key=True)
    title = Column(String(200), nullable=False)
    content = Column(Text, nullable=False)
