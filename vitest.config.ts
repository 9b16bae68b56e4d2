import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["server/**/*.test.ts", "app/**/*.test.ts", "sandbox/**/*.test.ts", "bin/**/*.test.ts"],
    globalSetup: "server/testing/template-database.ts",
    setupFiles: "server/testing/fresh-database.ts",
    pool: "forks",
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
