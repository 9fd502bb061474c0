import { Column, Integer, String } from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

// Describe your tables here. Take the comment marks away, watch the strip below
// the editor, then run: alembic revision --autogenerate -m "create posts table"

// export const Post = Base.model("posts", {
//   id: Column(Integer, { primaryKey: true }),
//   title: Column(String(200), { nullable: false }),
// });
