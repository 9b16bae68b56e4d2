import { createHmac } from "node:crypto";
import { env } from "#server/platform/env.ts";
import type { Identity } from "./identity.ts";

/** An identity as do-not-contact keeps it: recognisable with the key, not readable without it. */
export const identityHash = ({ kind, value }: Identity): string =>
  createHmac("sha256", env.SUPPRESSION_KEY).update(`${kind}:${value}`).digest("hex");
