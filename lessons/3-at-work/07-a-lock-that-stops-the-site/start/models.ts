import { Column, Integer, String, Text } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const Post = Base.model("posts", {
  id: Column(Integer, { primaryKey: true }),
  title: Column(String(200), { nullable: false }),
  content: Column(Text, { nullable: false }),
});
