import type { EarningPot } from "#server/payouts/earning-pot.ts";
import { EARNING_POTS } from "#server/payouts/earning-pot.ts";

export const HERE = "/provider/earnings";

/** What the address of the room may say. */
export type Search = { readonly pot?: string | null; readonly after?: string | null };

export const POTS = Object.keys(EARNING_POTS) as EarningPot[];

export const potOf = ({ pot }: Search): EarningPot | undefined => POTS.find((known) => known === pot);
