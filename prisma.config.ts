/** Where Prisma finds the schema, the migrations and the database. */
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // env() of prisma/config throws when the variable is unset, and `prisma generate` needs no database
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://unset" },
});
