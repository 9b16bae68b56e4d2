/** The settings of this folder's Lode: the environment first, then `.env`, then secrets made here once. */
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { at, dataFolder } from "./paths.mjs";

const random = () => crypto.randomBytes(32).toString("base64url");

/** A full set of secrets for the sandbox; none is worth anything elsewhere. */
export const newSecrets = () => ({
  AUTH_SECRET: random(),
  LINK_SECRET: random(),
  SUPPRESSION_KEY: random(),
  STRIPE_SECRET_KEY: `sk_test_${crypto.randomBytes(24).toString("hex")}`,
  STRIPE_WEBHOOK_SECRET: `whsec_${random()}`,
  STRIPE_CONNECT_WEBHOOK_SECRET: `whsec_${random()}`,
  STRIPE_V2_WEBHOOK_SECRET: `whsec_${random()}`,
});

/** The secrets of this folder, made at the first start and readable by their owner alone. */
export function keptSecrets() {
  const file = path.join(dataFolder, "secrets.json");
  const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
  const secrets = { ...newSecrets(), ...kept };
  if (Object.keys(secrets).length > Object.keys(kept).length) {
    fs.mkdirSync(dataFolder, { recursive: true });
    fs.writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
  }
  return secrets;
}

/** What the person set, in the environment or in `.env`; an empty value counts as not set. */
export function settings() {
  const file = at(".env");
  const written = fs.existsSync(file) ? parseEnv(fs.readFileSync(file, "utf8")) : {};
  return Object.fromEntries(Object.entries({ ...written, ...process.env }).filter(([, value]) => value));
}
