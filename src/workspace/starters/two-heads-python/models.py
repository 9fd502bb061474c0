from sqlalchemy import Column, ForeignKey, Integer, String, Text

# env.py imports Base from here, so that the tables below are registered.
from database import Base


class Account(Base):
    __tablename__ = "accounts"

    id = Column(Integer, primary_key=True)
    email = Column(String(120), nullable=False, unique=True)
    phone = Column(String(30))


class Profile(Base):
    __tablename__ = "profiles"

    account_id = Column(Integer, ForeignKey("accounts.id"), primary_key=True)
    about = Column(Text)
