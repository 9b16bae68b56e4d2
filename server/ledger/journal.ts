import type { Prisma } from "#prisma";
import { olderThan, type Page, type PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";
import { balance } from "./account.ts";

/** One line of the journal: what moved from where to where, and why. */
export type JournalLine = {
  readonly id: string;
  readonly at: Date;
  readonly cause: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly debit: string;
  readonly credit: string;
};

const line = {
  id: true,
  at: true,
  cause: true,
  amountMinor: true,
  currency: true,
  debitAccount: { select: { name: true } },
  creditAccount: { select: { name: true } },
} satisfies Prisma.LedgerTransferSelect;

type Row = Prisma.LedgerTransferGetPayload<{ select: typeof line }>;
const lineOf = ({ debitAccount, creditAccount, ...row }: Row): JournalLine => ({
  ...row,
  debit: debitAccount.name,
  credit: creditAccount.name,
});

/** The journal, newest first; of one account when it is named. */
export async function journal({
  limit,
  after,
  account,
}: PageInput & { account?: string | undefined }): Promise<Page<JournalLine>> {
  const of = account ? { OR: [{ debitAccount: { name: account } }, { creditAccount: { name: account } }] } : {};
  const rows = await db.ledgerTransfer.findMany({
    where: { AND: [of, olderThan("at", after)] },
    select: line,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  return pageOf(rows.map(lineOf), limit, (row) => row.at);
}

/** Accounts listed at once, at most. */
export const MAX_ACCOUNTS = 500;

/** The accounts of the ledger with what is in them, by name. */
export async function ledgerAccounts({ kind, currency }: { kind?: string | undefined; currency?: string | undefined }) {
  const rows = await db.ledgerAccount.findMany({
    where: { ...(kind && { kind }), ...(currency && { currency }) },
    orderBy: { name: "asc" },
    take: MAX_ACCOUNTS,
  });
  const owners = await db.organisation.findMany({
    where: { id: { in: rows.flatMap((row) => row.ownerId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(owners.map((owner) => [owner.id, owner.name]));
  return rows.map((row) => ({
    ...row,
    owner: row.ownerId === null ? null : (names.get(row.ownerId) ?? null),
    balanceMinor: balance(row),
  }));
}
