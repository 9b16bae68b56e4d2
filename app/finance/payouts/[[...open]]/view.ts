import type { PayoutStatus } from "#server/payouts/payout.ts";

export const HERE = "/finance/payouts";

/** What the address of the room may say. */
export type Search = {
  readonly view?: string | null;
  readonly line?: string | null;
  readonly after?: string | null;
};

export const VIEWS = ["review", "ready", "running", "done"] as const;
export type View = (typeof VIEWS)[number];

export const viewOf = ({ view }: Search): View => VIEWS.find((known) => known === view) ?? "review";

/** The states of payouts that each view shows. */
export const STATES: Record<Exclude<View, "ready">, PayoutStatus[]> = {
  review: ["draft", "submitted", "approved", "partially_failed"],
  running: ["executing"],
  done: ["completed", "cancelled"],
};
