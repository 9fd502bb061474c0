import { Column, ForeignKey, Integer, String, TIMESTAMP, Text, text } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const User = Base.model("users", {
  id: Column(Integer, { primaryKey: true }),
  email: Column(String, { nullable: false, unique: true }),
  password: Column(String, { nullable: false }),
  createdAt: Column("created_at", TIMESTAMP({ timezone: true }), {
    nullable: false,
    serverDefault: text("now()"),
  }),
});

export const Post = Base.model("posts", {
  id: Column(Integer, { primaryKey: true }),
  title: Column(String(200), { nullable: false }),
  content: Column(Text),
  ownerId: Column("owner_id", Integer, ForeignKey("users.id", { onDelete: "CASCADE" }), {
    nullable: false,
  }),
});
