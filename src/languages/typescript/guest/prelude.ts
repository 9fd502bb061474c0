import "./host.ts";
import "./console.ts";
