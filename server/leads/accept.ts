import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import type { OneLead } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";
import { takeIn } from "./take-in.ts";

/** The merchant accepts a lead that waits for its decision. */
export function accept(actor: Actor, { leadId }: OneLead): Promise<void> {
  return inTransaction(async (tx) => takeIn(tx, actor, await lockLead(tx, actor, leadId), "merchant"));
}
