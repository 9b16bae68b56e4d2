import { z } from "zod";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const flag = z.stringbool().default(false);

/** Everything Lode reads from its surroundings, checked once at the start. */
const Env = z
  .object({
    DATABASE_URL: z.url(),
    PUBLIC_URL: z.url(),
    /** Signs the session's cookie. */
    AUTH_SECRET: z.string().min(16),
    /** Signs the addresses that Lode mails. */
    LINK_SECRET: z.string().min(16),
    /** Hashes identities that must be recognised but not read: do-not-contact, suppression. */
    SUPPRESSION_KEY: z.string().min(16),
    STRIPE_SECRET_KEY: z.string().min(1),
    /** Where Stripe's API is, when it is the sandbox's; absent for the real one. */
    STRIPE_API_BASE: z.url().optional(),
    STRIPE_WEBHOOK_SECRET: z.string().min(1),
    STRIPE_CONNECT_WEBHOOK_SECRET: z.string().min(1),
    STRIPE_V2_WEBHOOK_SECRET: z.string().min(1),
    SMTP_URL: z.url(),
    FILES_DIR: z.string().min(1),
    /** The sandbox is on: the clock can be moved and the demo people are offered at sign-in. */
    SANDBOX: flag,
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    DATABASE_POOL: z.coerce.number().int().min(1).max(50).default(10),
  })
  .superRefine((env, ctx) => {
    const live = /^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY);
    const refuse = (message: string) => ctx.addIssue({ code: "custom", message });
    if (live && (env.STRIPE_API_BASE || env.SANDBOX)) refuse("a live Stripe key must never meet the sandbox");
    if (env.STRIPE_API_BASE && !LOOPBACK.test(new URL(env.PUBLIC_URL).hostname))
      refuse("STRIPE_API_BASE is for this machine alone: PUBLIC_URL must be a loopback address");
  });

// biome-ignore lint/style/noProcessEnv: the one place that reads the environment.
export const env = Env.parse(process.env);
