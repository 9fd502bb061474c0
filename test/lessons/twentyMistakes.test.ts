import { checkCourse } from "./checkCourse.ts";

checkCourse("twenty-mistakes", "typescript");
