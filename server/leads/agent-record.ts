import type { Actor } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { RECORD_DAYS } from "./lead.ts";

export type AgentRecord = { readonly handedOver: number; readonly decided: number; readonly accepted: number };

/** How an agent's leads of the last 30 days fared: handed over, decided, and of those accepted and not given back. */
export async function agentRecord(actor: Actor): Promise<AgentRecord> {
  const since = plusDays(await clock.now(), -RECORD_DAYS);
  const groups = await db.lead.groupBy({
    by: ["status"],
    where: { providerId: actor.organisationId, agentId: actor.userId, handedOverAt: { gt: since } },
    _count: true,
  });
  const count = (...statuses: string[]) =>
    groups.filter(({ status }) => statuses.includes(status)).reduce((sum, group) => sum + group._count, 0);
  const accepted = count("accepted");
  return {
    handedOver: count("submitted", "accepted", "rejected", "returned", "appealed", "final", "withdrawn"),
    decided: accepted + count("rejected", "returned", "appealed", "final"),
    accepted,
  };
}
