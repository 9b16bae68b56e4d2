import { record } from "#server/events/record.ts";
import { type OrganisationId, SYSTEM } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import type { ImportId } from "#server/prospects/import.ts";
import { plain } from "./clean-row.ts";
import { knownIdentities } from "./known-identities.ts";
import { lockImport } from "./lock-import.ts";
import type { FileRow } from "./people-of.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** How often an import under way is told of. */
const PROGRESS_STEPS = 20;

type Import = Awaited<ReturnType<typeof lockImport>>;
type Judged = {
  readonly row: number;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly prospectId: string | null;
  readonly cells: string[] | null;
};

/**
 * Writes one batch of an import's rows, all or nothing, and remembers the last: work that begins again goes on behind
 * it and nothing is doubled. False when the import is no longer running.
 */
export function writeRows(providerId: OrganisationId, importId: ImportId, rows: readonly FileRow[]): Promise<boolean> {
  return inTransaction(async (tx) => {
    const found = await lockImport(tx, providerId, importId);
    const fresh = rows.filter(({ row }) => row > found.rowsRead);
    if (found.status !== "running") return false;
    if (fresh.length === 0) return true;
    // Another import of the provider may bring the same person at the same moment: they judge one after the other.
    const place = `import:${found.providerId}:${found.programId}`;
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`;
    const now = await clock.now(tx);
    const judged = await judge(tx, found, fresh, now);
    await insertPeople(tx, found, fresh, judged, now);
    await insertVerdicts(tx, importId, judged);

    const count = (verdict: string) => judged.filter((row) => row.verdict === verdict).length;
    const rowsRead = fresh.at(-1)?.row ?? found.rowsRead;
    await tx.prospectImport.update({
      where: { id: importId },
      data: {
        rowsRead,
        rowsNew: { increment: count("new") },
        rowsDuplicate: { increment: count("duplicate") },
        rowsInvalid: { increment: count("invalid") },
      },
    });
    if (isTold(found, rowsRead))
      await record(tx, SYSTEM, {
        what: "import.progressed",
        about: importId,
        audience: [providerId],
        detail: { rowsRead },
      });
    return true;
  });
}

/** Progress is told in twentieths: open pages need no more, and the log neither. */
function isTold({ rowsTotal, rowsRead }: Import, now: number): boolean {
  const step = Math.max(1, (rowsTotal ?? 0) / PROGRESS_STEPS);
  return Math.floor(now / step) > Math.floor(rowsRead / step);
}

async function judge(tx: Tx, found: Import, rows: readonly FileRow[], now: Date): Promise<Judged[]> {
  const seen = await knownIdentities(
    tx,
    found,
    rows.flatMap(({ clean }) => clean.identities),
  );
  return rows.map(({ row, cells, clean }): Judged => {
    const verdict = verdictOf(clean, seen);
    // A millisecond later for each row, so that the queue keeps the file's order.
    const prospectId = verdict === "new" ? newId("prospect", now.getTime() + row) : null;
    return { row, verdict, reasons: clean.reasons, prospectId, cells: prospectId ? null : cells.map(plain) };
  });
}

async function insertPeople(
  tx: Tx,
  found: Import,
  rows: readonly FileRow[],
  judged: readonly Judged[],
  now: Date,
): Promise<void> {
  const idOf = new Map(judged.map(({ row, prospectId }) => [row, prospectId]));
  const people = rows.flatMap(({ row, clean }) => {
    const id = idOf.get(row);
    return id ? [{ id, ...clean.person, identities: clean.identities }] : [];
  });
  if (people.length === 0) return;
  const json = JSON.stringify(people);
  await tx.$executeRaw`
    insert into prospect (id, provider_id, program_id, import_id, name, company, title, email, phone, website, city, country,
      language, time_zone, extra, source_channel, source_campaign, consent_basis, due_at, created_at)
    select id, ${found.providerId}, ${found.programId}, ${found.id}, name, company, title, email, phone, website, city, country,
      language, "timeZone", extra, ${found.sourceChannel}, ${found.sourceCampaign}, ${found.consentBasis}, ${now}, ${now}
    from jsonb_to_recordset(${json}::jsonb) as p(id text, name text, company text, title text, email text, phone text,
      website text, city text, country text, language text, "timeZone" text, extra jsonb)`;
  await tx.$executeRaw`
    insert into prospect_identity (provider_id, program_id, kind, value, prospect_id)
    select ${found.providerId}, ${found.programId}, i.kind, i.value, p.id
    from jsonb_to_recordset(${json}::jsonb) as p(id text, identities jsonb),
      jsonb_to_recordset(p.identities) as i(kind text, value text)`;
}

async function insertVerdicts(tx: Tx, importId: ImportId, judged: readonly Judged[]): Promise<void> {
  await tx.$executeRaw`
    insert into prospect_import_row (import_id, row, verdict, reasons, cells, prospect_id)
    select ${importId}, row, verdict::row_verdict, array(select jsonb_array_elements_text(reasons)), cells, "prospectId"
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb)
      as r(row int, verdict text, reasons jsonb, cells jsonb, "prospectId" text)`;
}
