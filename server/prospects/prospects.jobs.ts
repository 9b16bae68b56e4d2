import { expireClaims } from "./expire-claims.ts";
import { wakeSnoozed } from "./wake-snoozed.ts";

/** What the clock does to prospects. */
export const prospectsSweeps = {
  "prospects.wake-snoozed": wakeSnoozed,
  "prospects.expire-claims": expireClaims,
};
