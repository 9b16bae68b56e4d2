import { type Page, type PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";

/** Appeals that wait for a person of the platform, oldest first, with what each side says. */
export async function openAppeals({ limit, after }: PageInput) {
  const rows = await db.leadAppeal.findMany({
    where: {
      outcome: null,
      ...(after ? { OR: [{ at: { gt: after.at } }, { at: after.at, leadId: { gt: after.id } }] } : {}),
    },
    orderBy: [{ at: "asc" }, { leadId: "asc" }],
    take: limit + 1,
    select: {
      leadId: true,
      against: true,
      reason: true,
      at: true,
      lead: {
        select: {
          company: true,
          title: true,
          country: true,
          merchant: { select: { name: true } },
          provider: { select: { name: true } },
          program: { select: { name: true } },
          rejection: { select: { reason: true, note: true, at: true } },
          giveBack: { select: { reason: true, proof: true, at: true } },
        },
      },
    },
  });
  const page: Page<(typeof rows)[number] & { id: string }> = pageOf(
    rows.map((row) => ({ ...row, id: row.leadId })),
    limit,
    (row) => row.at,
  );
  return page;
}
