import { ACCOUNT_KINDS, type AccountKind } from "#server/ledger/account.ts";

export const HERE = "/finance/ledger";

/** What the address of the room may say. */
export type Search = {
  readonly view?: string | null;
  readonly kind?: string | null;
  readonly currency?: string | null;
  readonly account?: string | null;
  readonly after?: string | null;
};

export const VIEWS = ["balance", "accounts", "journal", "health"] as const;
export type View = (typeof VIEWS)[number];

export const viewOf = ({ view }: Search): View => VIEWS.find((known) => known === view) ?? "balance";
export const kindOf = ({ kind }: Search): AccountKind | undefined => ACCOUNT_KINDS.find((known) => known === kind);
