import { platformIds } from "#server/leads/addressees.ts";
import type { Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { type DealId, tellOfDeal } from "./deal.ts";

/** Both sides and a person of the platform hear that a deal is contested. Gives back whose open pages must hear of it. */
export async function askFinance(tx: Tx, dealId: DealId): Promise<string[]> {
  await enqueue(tx, tellOfDeal, { dealId, told: "contested" });
  await enqueue(tx, tellOfDeal, { dealId, told: "for_finance" });
  return platformIds(tx);
}
