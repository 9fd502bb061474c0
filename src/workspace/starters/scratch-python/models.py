from sqlalchemy import Column, Integer, String

# env.py imports Base from here, so that the tables below are registered.
from database import Base

# Describe your tables here. Take the comment marks away, watch the strip below
# the editor, then run: alembic revision --autogenerate -m "create posts table"

# class Post(Base):
#     __tablename__ = "posts"
#
#     id = Column(Integer, primary_key=True)
#     title = Column(String(200), nullable=False)
