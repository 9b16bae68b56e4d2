/** The browser tests; `npm test -- e2e` starts the world that they visit and names it in the environment. */
import { defineConfig, devices } from "@playwright/test";

const root = process.getuid?.() === 0;

export default defineConfig({
  outputDir: ".data/playwright",
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
      args: root ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "journeys", testDir: "e2e/journeys" },
    { name: "shots", testDir: "e2e", testMatch: "shots.spec.ts" },
  ],
});
