import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { lazyStripe } from "./lazy-stripe.ts";

const server = inject("databaseServer");
const template = inject("templateDatabase");
const name = `test_${randomUUID().replaceAll("-", "")}`;

const admin = new Client({ connectionString: new URL("/postgres", server).href });
await admin.connect();
await admin.query(`create database ${name} template ${template}`);
await admin.end();

// biome-ignore lint/style/noProcessEnv: a test file's surroundings are made here, before env.ts reads them.
Object.assign(process.env, {
  DATABASE_URL: new URL(`/${name}`, server).href,
  PUBLIC_URL: "http://localhost:3000",
  AUTH_SECRET: "a secret for tests only",
  LINK_SECRET: "a secret for tests only",
  SUPPRESSION_KEY: "a key for tests only",
  STRIPE_SECRET_KEY: "sk_test_tests",
  STRIPE_API_BASE: await lazyStripe(),
  STRIPE_WEBHOOK_SECRET: "whsec_platform_tests",
  STRIPE_CONNECT_WEBHOOK_SECRET: "whsec_connect_tests",
  STRIPE_V2_WEBHOOK_SECRET: "whsec_v2_tests",
  SMTP_URL: "smtp://127.0.0.1:1",
  FILES_DIR: `/tmp/lode-files-${name}`,
  SANDBOX: "true",
  LOG_LEVEL: "error",
  STRIPE_SUPPRESS_NOTICES: "true",
});
