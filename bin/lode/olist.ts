/** The real funnel of a marketplace, as its two files tell it (see the data's own README). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** Somebody who asked to sell on the marketplace. */
export type Contact = { readonly id: string; readonly day: string; readonly page: string; readonly origin: string };

/** One of them who was won: by whom, when, and what revenue they declared, in minor units. */
export type Win = {
  readonly id: string;
  readonly qualifier: string;
  readonly closer: string;
  readonly at: Date;
  readonly declaredMinor: bigint;
};

const rows = (dir: string, name: string): Record<string, string>[] =>
  parse(readFileSync(join(dir, name)), { columns: true, bom: true });

/** Contacts in the order in which they came, and the wins by contact. */
export function readFunnel(dir: string): { contacts: Contact[]; wins: Map<string, Win> } {
  const contacts = rows(dir, "olist_marketing_qualified_leads_dataset.csv").map(
    (row): Contact => ({
      id: row.mql_id ?? "",
      day: row.first_contact_date ?? "",
      page: row.landing_page_id ?? "",
      origin: row.origin || "empty",
    }),
  );
  const wins = rows(dir, "olist_closed_deals_dataset.csv").map(
    (row): Win => ({
      id: row.mql_id ?? "",
      qualifier: row.sdr_id ?? "",
      closer: row.sr_id ?? "",
      at: new Date(`${(row.won_date ?? "").replace(" ", "T")}Z`),
      declaredMinor: BigInt(Math.round(Number(row.declared_monthly_revenue ?? 0) * 100)),
    }),
  );
  contacts.sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
  return { contacts, wins: new Map(wins.map((win) => [win.id, win])) };
}

/** The invented address of a contact, which the files do not tell. */
export const emailOf = (id: string): string => `${id}@contacts.example`;
