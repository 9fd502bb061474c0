import { Column, ForeignKey, Integer, String, Text } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const Account = Base.model("accounts", {
  id: Column(Integer, { primaryKey: true }),
  email: Column(String(120), { nullable: false, unique: true }),
  phone: Column(String(30)),
});

export const Profile = Base.model("profiles", {
  accountId: Column("account_id", Integer, ForeignKey("accounts.id"), { primaryKey: true }),
  about: Column(Text),
});
