import { olderThan, type PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";

/** Contested deals that wait for a person of the platform, with what each side says and shows. */
export async function contestedDeals({ limit, after }: PageInput) {
  const rows = await db.deal.findMany({
    where: { AND: [{ status: "contested" }, olderThan("reportedAt", after)] },
    orderBy: [{ reportedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true,
      valueMinor: true,
      currency: true,
      wonOn: true,
      grade: true,
      note: true,
      flags: true,
      reportedBy: true,
      reportedAt: true,
      contest: { select: { by: true, reason: true, at: true } },
      evidence: { select: { id: true, fileName: true, sizeBytes: true, mimeType: true, at: true } },
      merchant: { select: { name: true } },
      provider: { select: { name: true } },
      lead: { select: { id: true, company: true, program: { select: { name: true } } } },
    },
  });
  return pageOf(rows, limit, (row) => row.reportedAt);
}
