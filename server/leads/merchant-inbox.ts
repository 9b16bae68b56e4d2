import type { Prisma } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { type Cursor, olderThan, type Page, pageOf } from "#server/kernel/page.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { termsOf } from "#server/programs/terms-row.ts";
import { LEAD_STATUSES, type LeadFilter, type LeadStatus } from "./lead.ts";
import { type LeadCost, leadCost } from "./lead-cost.ts";
import { scrubbed } from "./mask.ts";

const ROW = {
  id: true,
  status: true,
  name: true,
  email: true,
  phone: true,
  company: true,
  title: true,
  city: true,
  country: true,
  sourceChannel: true,
  score: true,
  handedOverAt: true,
  reviewDueAt: true,
  returnUntil: true,
  wonAt: true,
  program: { select: { id: true, name: true } },
  rejection: { select: { reason: true } },
  giveBack: { select: { reason: true } },
  terms: true,
} as const satisfies Prisma.LeadSelect;

/** A lead in the merchant's list. No name and no address: those are on the lead itself, where looking is logged. */
export type InboxRow = {
  id: string;
  status: LeadStatus;
  company: string;
  title: string;
  city: string;
  country: string;
  sourceChannel: string;
  score: number | null;
  handedOverAt: Date;
  reviewDueAt: Date;
  returnUntil: Date | null;
  wonAt: Date | null;
  program: { id: string; name: string };
  reason: string | null;
  cost: Pick<LeadCost, "currency" | "fromMinor" | "toMinor">;
};

export type Inbox = Page<InboxRow> & { readonly counts: Readonly<Record<LeadStatus, number>>; readonly now: Date };

/** The merchant's leads: those that wait for its decision with the most urgent first, all others with the newest. */
export async function merchantInbox(actor: Actor, filter: LeadFilter): Promise<Inbox> {
  const { limit, after, status, programId, text } = filter;
  const statuses = status ? [status].flat() : [];
  const narrowed: Prisma.LeadWhereInput = {
    merchantId: actor.organisationId,
    ...(programId ? { programId } : {}),
    ...(text ? { OR: [...searchIn(text)] } : {}),
  };
  const urgentFirst = statuses.length === 1 && statuses[0] === "submitted";
  const [rows, groups, now] = await Promise.all([
    db.lead.findMany({
      where: {
        AND: [
          narrowed,
          statuses.length > 0 ? { status: { in: statuses } } : {},
          urgentFirst ? dueAfter(after) : olderThan("handedOverAt", after),
        ],
      },
      orderBy: urgentFirst ? [{ reviewDueAt: "asc" }, { id: "asc" }] : [{ handedOverAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      select: ROW,
    }),
    db.lead.groupBy({ by: ["status"], where: narrowed, _count: true }),
    clock.now(),
  ]);
  const page = pageOf(rows, limit, (row) => (urgentFirst ? row.reviewDueAt : row.handedOverAt));
  const counts = Object.fromEntries(
    LEAD_STATUSES.map((each) => [each, groups.find((group) => group.status === each)?._count ?? 0]),
  ) as Record<LeadStatus, number>;
  return { rows: page.rows.map(shown), next: page.next, counts, now };
}

/** Never in names or addresses: a search must not find what is masked. */
const searchIn = (text: string): Prisma.LeadWhereInput[] =>
  (["company", "title", "city"] as const).map((column) => ({ [column]: { contains: text, mode: "insensitive" } }));

const dueAfter = (after: Cursor | null | undefined): Prisma.LeadWhereInput =>
  after ? { OR: [{ reviewDueAt: { gt: after.at } }, { reviewDueAt: after.at, id: { gt: after.id } }] } : {};

function shown(row: Prisma.LeadGetPayload<{ select: typeof ROW }>): InboxRow {
  const { name, email, phone, terms, rejection, giveBack, ...rest } = row;
  const scrub = (text: string) => (row.status === "accepted" ? text : scrubbed(text, { name, email, phone }));
  const { currency, fromMinor, toMinor } = leadCost(termsOf(terms));
  return {
    ...rest,
    company: scrub(row.company),
    title: scrub(row.title),
    city: scrub(row.city),
    reason: rejection?.reason ?? giveBack?.reason ?? null,
    cost: { currency, fromMinor, toMinor },
  };
}
