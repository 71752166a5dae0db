import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL("./prisma/schema-engine.mjs", import.meta.url),
);
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma/schema.prisma",
  // Another one while an older backup is restored: its own migrations, and none after them.
  migrations: { path: process.env.MIGRATIONS_FOLDER ?? "prisma/migrations" },
  // A setting that is there but empty counts as not set, as in lib/env.ts.
  datasource: {
    url: process.env.DATABASE_URL || process.env.EMBEDDED_DATABASE_URL || "postgresql://unset",
  },
});
