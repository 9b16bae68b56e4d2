import { createHash, createHmac, randomBytes } from "node:crypto";
import { env } from "#server/platform/env.ts";

/** A secret for one mail. Only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** An invitation's secret: made again from its id, so that a mail sent twice says the same and nothing but a hash is kept. */
export const invitationToken = (invitationId: string): string =>
  createHmac("sha256", env.LINK_SECRET).update(`invitation:${invitationId}`).digest("base64url");

/** The form in which a mailed secret is kept and looked up. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Recognises an e-mail address without keeping it. */
export const emailHash = (purpose: string, email: string): string =>
  createHmac("sha256", env.AUTH_SECRET).update(`${purpose}:${email}`).digest("hex");
