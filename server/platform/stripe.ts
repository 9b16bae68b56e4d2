import Stripe from "stripe";
import { env } from "./env.ts";

/** The API version whose shapes this code was written for. */
const API_VERSION = "2026-10-28.endive";
const TIMEOUT_MS = 20_000;

const base = env.STRIPE_API_BASE ? new URL(env.STRIPE_API_BASE) : null;

/** Stripe. Asked by jobs only, never inside a transaction or a request. */
export const stripe = new Stripe(env.STRIPE_SECRET_KEY, {
  apiVersion: API_VERSION,
  maxNetworkRetries: 0,
  timeout: TIMEOUT_MS,
  telemetry: false,
  ...(base && {
    host: base.hostname,
    port: Number(base.port || 80),
    protocol: base.protocol === "https:" ? "https" : "http",
  }),
});

/** The shapes of Stripe's objects, for the jobs that ask for them. */
export type { Stripe };
