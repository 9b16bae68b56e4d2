import type { Prisma } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { olderThan, type Page, pageOf } from "#server/kernel/page.ts";
import { ownLeads } from "#server/leads/provider-leads.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { DEAL_STATUSES, type DealFilter, type DealStatus, type Side, sideOf } from "./deal.ts";
import { settlementsOf } from "./settlements-of.ts";

const ROW = {
  id: true,
  leadId: true,
  status: true,
  reportedBy: true,
  valueMinor: true,
  currency: true,
  wonOn: true,
  grade: true,
  flags: true,
  reportedAt: true,
  answerDueAt: true,
  contest: { select: { by: true } },
  lead: { select: { company: true, title: true, program: { select: { id: true, name: true } } } },
  merchant: { select: { name: true } },
  provider: { select: { name: true } },
} as const satisfies Prisma.DealSelect;

export type DealRow = Prisma.DealGetPayload<{ select: typeof ROW }> & {
  /** What the viewer's side pays or earns by it; null until the deal is confirmed. */
  readonly settlement: { readonly status: string; readonly minor: bigint; readonly currency: string } | null;
};

export type Deals = Page<DealRow> & {
  readonly counts: Readonly<Record<DealStatus, number>>;
  readonly side: Side;
  readonly now: Date;
};

/** The deals of a merchant or a provider, newest first, with what each of them costs or earns. */
export async function dealsOf(actor: Actor, filter: DealFilter): Promise<Deals> {
  const { limit, after, status, programId, text } = filter;
  const side = sideOf(actor);
  const narrowed: Prisma.DealWhereInput = {
    ...ownDeals(actor),
    ...(programId ? { programId } : {}),
    ...(text ? { AND: [{ lead: { company: { contains: text, mode: "insensitive" } } }] } : {}),
  };
  const [rows, groups, now] = await Promise.all([
    db.deal.findMany({
      where: { AND: [narrowed, status ? { status } : {}, olderThan("reportedAt", after)] },
      orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: ROW,
    }),
    db.deal.groupBy({ by: ["status"], where: narrowed, _count: true }),
    clock.now(),
  ]);
  const page = pageOf(rows, limit, (row) => row.reportedAt);
  const settlements = await settlementsOf(page.rows.map(({ id }) => id));
  const withFee = page.rows.map((row) => {
    const found = settlements.get(row.id);
    const minor = found && (side === "merchant" ? found.grossMinor : found.providerMinor);
    return {
      ...row,
      settlement: found && minor !== undefined ? { status: found.status, currency: found.currency, minor } : null,
    };
  });
  const counts = Object.fromEntries(
    DEAL_STATUSES.map((each) => [each, groups.find((group) => group.status === each)?._count ?? 0]),
  ) as Record<DealStatus, number>;
  return { rows: withFee, next: page.next, counts, side, now };
}

/** Which deals somebody may see: an organisation its own, an agent those of the leads it handed over. */
export const ownDeals = (actor: Actor): Prisma.DealWhereInput =>
  sideOf(actor) === "merchant"
    ? { merchantId: actor.organisationId }
    : { providerId: actor.organisationId, lead: ownLeads(actor) };
