import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "#prisma";
import { env } from "./env.ts";

const TRANSACTION_TIMEOUT_MS = 15_000;
const WAIT_FOR_CONNECTION_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;

const connect = () =>
  new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env.DATABASE_URL,
      max: env.DATABASE_POOL,
      statement_timeout: STATEMENT_TIMEOUT_MS,
    }),
  });

const kept = globalThis as unknown as { lodeDb?: ReturnType<typeof connect> };

/** The database. One client per process, also where the development server loads this module again. */
kept.lodeDb ??= connect();
export const db = kept.lodeDb;

declare const inside: unique symbol;

/** A client that is inside a transaction. Only `inTransaction` makes one, so asking for it proves there is one. */
export type Tx = Prisma.TransactionClient & { readonly [inside]: true };

/** Either side of a transaction's door, for questions that may be asked from both. */
export type Reader = Tx | typeof db;

/** All or nothing. Whatever is thrown undoes everything, the jobs asked for included. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction((tx) => work(tx as Tx), { timeout: TRANSACTION_TIMEOUT_MS, maxWait: WAIT_FOR_CONNECTION_MS });
}

/** Did the database refuse a second row where there may be one? */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "P2002" || error.code === "23505");
