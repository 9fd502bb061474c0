import { checkCourse } from "./checkCourse.ts";

checkCourse("migrations-from-zero", "typescript");
