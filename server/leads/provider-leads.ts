import type { Prisma } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { olderThan, type Page, pageOf } from "#server/kernel/page.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { LEAD_STATUSES, type LeadFilter, type LeadStatus } from "./lead.ts";

const ROW = {
  id: true,
  status: true,
  name: true,
  company: true,
  title: true,
  city: true,
  country: true,
  score: true,
  handedOverAt: true,
  reviewDueAt: true,
  appealUntil: true,
  wonAt: true,
  program: { select: { id: true, name: true } },
  merchant: { select: { id: true, name: true } },
  rejection: { select: { reason: true } },
  giveBack: { select: { reason: true } },
} as const satisfies Prisma.LeadSelect;

type Row = Prisma.LeadGetPayload<{ select: typeof ROW }>;
export type ProviderLeads = Page<Row> & { readonly counts: Readonly<Record<LeadStatus, number>>; readonly now: Date };

/** The leads a provider handed over, newest first, with what became of them and why. An agent sees its own. */
export async function providerLeads(actor: Actor, filter: LeadFilter): Promise<ProviderLeads> {
  const { limit, after, status, programId, text } = filter;
  const statuses = status ? [status].flat() : [];
  const narrowed: Prisma.LeadWhereInput = {
    ...ownLeads(actor),
    ...(programId ? { programId } : {}),
    ...(text
      ? {
          OR: (["name", "company", "title", "city"] as const).map((column) => ({
            [column]: { contains: text, mode: "insensitive" as const },
          })),
        }
      : {}),
  };
  const [rows, groups, now] = await Promise.all([
    db.lead.findMany({
      where: {
        AND: [narrowed, statuses.length > 0 ? { status: { in: statuses } } : {}, olderThan("handedOverAt", after)],
      },
      orderBy: [{ handedOverAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: ROW,
    }),
    db.lead.groupBy({ by: ["status"], where: narrowed, _count: true }),
    clock.now(),
  ]);
  const counts = Object.fromEntries(
    LEAD_STATUSES.map((each) => [each, groups.find((group) => group.status === each)?._count ?? 0]),
  ) as Record<LeadStatus, number>;
  return { ...pageOf(rows, limit, (row) => row.handedOverAt), counts, now };
}

/** Which leads a member of a provider may see: managers all of the provider's, an agent those it handed over. */
export const ownLeads = (actor: Actor): Prisma.LeadWhereInput => ({
  providerId: actor.organisationId,
  ...(actor.role === "provider_agent" ? { agentId: actor.userId } : {}),
});
