import type { Identity } from "#server/prospects/identity.ts";
import type { CleanRow } from "./clean-row.ts";

export type Verdict = "new" | "duplicate" | "invalid";

/** Identities as keys of a set. */
export const identityKey = ({ kind, value }: Identity): string => `${kind}:${value}`;

/** New, a duplicate of one's own, or invalid. Of two rows about one person the first is taken: the set remembers it. */
export function verdictOf({ isValid, identities }: CleanRow, seen: Set<string>): Verdict {
  if (!isValid) return "invalid";
  const keys = identities.map(identityKey);
  if (keys.some((key) => seen.has(key))) return "duplicate";
  for (const key of keys) seen.add(key);
  return "new";
}
