import { Column, Enum, ForeignKey, Integer, String } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const Post = Base.model("posts", {
  id: Column(Integer, { primaryKey: true }),
  title: Column(String(200), { nullable: false }),
});

export const Reaction = Base.model("reactions", {
  id: Column(Integer, { primaryKey: true }),
  postId: Column("post_id", Integer, ForeignKey("posts.id"), { nullable: false }),
  kind: Column(Enum("love", "meh", "ouch", { name: "reaction_kind" }), { nullable: false }),
});
