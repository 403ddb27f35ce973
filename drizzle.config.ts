import { defineConfig } from "drizzle-kit";
import { dialect } from "./db/dialect";

export default defineConfig({
  schema: "./db/schema/index.ts",
  out: `./migrations/${dialect}`,
  dialect: dialect === "postgres" ? "postgresql" : "sqlite",
  casing: "snake_case",
});
