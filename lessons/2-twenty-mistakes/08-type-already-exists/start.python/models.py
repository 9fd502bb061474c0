from sqlalchemy import Column, Enum, ForeignKey, Integer, String

# env.py imports Base from here, so that the tables below are registered.
from database import Base


class Post(Base):
    __tablename__ = "posts"

    id = Column(Integer, primary_key=True)
    title = Column(String(200), nullable=False)


class Reaction(Base):
    __tablename__ = "reactions"

    id = Column(Integer, primary_key=True)
    post_id = Column(Integer, ForeignKey("posts.id"), nullable=False)
    kind = Column(Enum("love", "meh", "ouch", name="reaction_kind"), nullable=False)
