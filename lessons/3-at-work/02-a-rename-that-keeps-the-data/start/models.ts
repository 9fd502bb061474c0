import { Column, Integer, String } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const Post = Base.model("posts", {
  id: Column(Integer, { primaryKey: true }),
  headline: Column(String(200), { nullable: false }),
});
