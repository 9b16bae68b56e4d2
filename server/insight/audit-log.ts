import { z } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { kindOf } from "#server/kernel/actor.ts";
import { prose } from "#server/kernel/text.ts";
import { db } from "#server/platform/db.ts";

const PAGE = 50;

/** What to read of the log: one thing's story, one kind of happening, and where the page before ended. */
export const AuditQuestion = z.object({
  about: prose(60).optional(),
  what: prose(60).optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type AuditQuestion = z.infer<typeof AuditQuestion>;

/** What happened, newest first: everything for the platform, its own acts for another organisation. */
export async function auditLog(actor: Actor, { about, what, before }: AuditQuestion) {
  const own = kindOf(actor.role) === "platform" ? {} : { organisationId: actor.organisationId };
  const rows = await db.event.findMany({
    where: {
      ...own,
      ...(about && { about }),
      ...(what && { what: { startsWith: what } }),
      ...(before && { seq: { lt: BigInt(before) } }),
    },
    orderBy: { seq: "desc" },
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const [users, organisations] = await Promise.all([
    db.user.findMany({ where: { id: { in: ids(shown.map((row) => row.userId)) } }, select: { id: true, name: true } }),
    db.organisation.findMany({
      where: { id: { in: ids(shown.map((row) => row.organisationId)) } },
      select: { id: true, name: true },
    }),
  ]);
  const name = new Map([...users, ...organisations].map((row) => [row.id, row.name]));
  return {
    rows: shown.map((row) => ({
      id: row.seq.toString(),
      at: row.at,
      what: row.what,
      about: row.about,
      who: row.userId ? (name.get(row.userId) ?? null) : null,
      organisation: row.organisationId ? (name.get(row.organisationId) ?? null) : null,
      detail: row.detail,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.seq.toString() ?? null) : null,
  };
}

const ids = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
