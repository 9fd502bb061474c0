import "./host.ts";
import "./console.ts";
import "./random.ts";
