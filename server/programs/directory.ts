import type { Prisma } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { olderThan, type Page, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";
import type { EnrolmentStatus } from "./enrolment.ts";
import { type Icp, icpOf } from "./icp.ts";
import type { DirectoryQuery } from "./program.ts";
import { TERMS_SELECT, type TermsVersion, termsVersionOf } from "./terms-row.ts";

/** A published program as the directory shows it to anybody. */
export type DirectoryEntry = {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly publishedAt: Date;
  readonly icp: Icp;
  readonly merchant: { readonly name: string; readonly country: string };
  readonly terms: TermsVersion | null;
};

const ENTRY = {
  id: true,
  name: true,
  summary: true,
  publishedAt: true,
  icp: true,
  merchant: { select: { name: true, country: true } },
  terms: { where: { status: "active" }, select: TERMS_SELECT },
} as const satisfies Prisma.ProgramSelect;

/** Published programs, newest first, for anybody who looks. */
export async function lookDirectory(query: DirectoryQuery): Promise<Page<DirectoryEntry>> {
  const rows = await db.program.findMany({ ...listing(query), select: ENTRY });
  return pageOf(rows.map(entryOf), query.limit, ({ publishedAt }) => publishedAt);
}

/** Published programs, newest first, with the provider's own place in each. */
export async function browseDirectory(
  actor: Actor,
  query: DirectoryQuery,
): Promise<Page<DirectoryEntry & { readonly enrolment: EnrolmentStatus | null }>> {
  const enrolments = { where: { providerId: actor.organisationId }, select: { status: true } };
  const rows = await db.program.findMany({ ...listing(query), select: { ...ENTRY, enrolments } });
  const entries = rows.map(({ enrolments: [own], ...row }) => ({ ...entryOf(row), enrolment: own?.status ?? null }));
  return pageOf(entries, query.limit, ({ publishedAt }) => publishedAt);
}

type Row = Prisma.ProgramGetPayload<{ select: typeof ENTRY }>;

function entryOf({ icp, publishedAt, terms: [active], ...row }: Row): DirectoryEntry {
  if (!publishedAt) throw new Error(`program ${row.id} is published without a day`);
  return { ...row, publishedAt, icp: icpOf(icp), terms: active ? termsVersionOf(active) : null };
}

function listing({ text, country, industry, currency, after, limit }: DirectoryQuery) {
  const holds = (field: "countries" | "industries", value: string | null | undefined) =>
    value ? [{ icp: { path: [field], array_contains: [value] } }] : [];
  const contains = { contains: text ?? "", mode: "insensitive" } as const;
  const said = {
    OR: [{ name: contains }, { summary: contains }, { product: contains }, { merchant: { name: contains } }],
  };
  const AND: Prisma.ProgramWhereInput[] = [
    ...holds("countries", country),
    ...holds("industries", industry),
    ...(text ? [said] : []),
    olderThan("publishedAt", after),
  ];
  return {
    where: { status: "published", ...(currency ? { currency } : {}), AND } satisfies Prisma.ProgramWhereInput,
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }] satisfies Prisma.ProgramOrderByWithRelationInput[],
    take: limit + 1,
  };
}
