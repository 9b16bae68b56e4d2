import type { SettlementStatus } from "#server/billing/settlement.ts";

export const HERE = "/merchant/billing";

/** What the address of the room may say; the last three come back from Stripe's pages. */
export type Search = {
  readonly view?: string | null;
  readonly after?: string | null;
  readonly setup?: string | null;
  readonly collection?: string | null;
  readonly stripe?: string | null;
};

export const VIEWS = ["all", "waiting", "open", "collected"] as const;
export type View = (typeof VIEWS)[number];

export const viewOf = ({ view }: Search): View => VIEWS.find((known) => known === view) ?? "all";

/** The states that each view shows; none named is all. */
export const STATES: Record<View, SettlementStatus[] | undefined> = {
  all: undefined,
  waiting: ["action_required"],
  open: ["accrued", "collecting", "retry_scheduled", "processing"],
  collected: ["collected"],
};

/** The room's own part of the address. */
export const kept = ({ view, after }: Search): Search => ({ view: view ?? null, after: after ?? null });
