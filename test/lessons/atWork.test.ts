import { checkCourse } from "./checkCourse.ts";

checkCourse("at-work", "typescript");
