import type { SettlementStatus } from "#server/billing/settlement.ts";

export const HERE = "/finance/settlements";

/** What the address of the room may say. */
export type Search = { readonly view?: string | null; readonly after?: string | null };

export const VIEWS = ["all", "waiting", "running", "collected"] as const;
export type View = (typeof VIEWS)[number];

export const viewOf = ({ view }: Search): View => VIEWS.find((known) => known === view) ?? "all";

/** The states that each view shows; none named is all. */
export const STATES: Record<View, SettlementStatus[] | undefined> = {
  all: undefined,
  waiting: ["action_required"],
  running: ["accrued", "collecting", "retry_scheduled", "processing"],
  collected: ["collected"],
};
