from sqlalchemy import Column, ForeignKey, Integer, String

# env.py imports Base from here, so that the tables below are registered.
from database import Base


class Team(Base):
    __tablename__ = "teams"

    id = Column(Integer, primary_key=True)
    name = Column(String(60), nullable=False)


class Member(Base):
    __tablename__ = "members"

    id = Column(Integer, primary_key=True)
    name = Column(String(60), nullable=False)
    team_id = Column(Integer, ForeignKey("teams.id"), nullable=False)
