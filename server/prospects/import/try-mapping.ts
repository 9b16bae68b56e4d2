import type { Actor } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";
import {
  assertMapping,
  BATCH_ROWS,
  Detected,
  importHasBegun,
  importIsUnknown,
  SAMPLE_ROWS,
  type Tried,
  type TryMapping,
} from "#server/prospects/import.ts";
import { knownIdentities } from "./known-identities.ts";
import { inBatches, peopleOf } from "./people-of.ts";
import { verdictOf } from "./verdict.ts";

/** What an import would bring, read to the last row and written nowhere: counts, reasons, and the first people as they would be kept. */
export async function tryMapping({ organisationId }: Actor, { importId, mapping }: TryMapping): Promise<Tried> {
  const found = await db.prospectImport.findFirst({ where: { id: importId, providerId: organisationId } });
  if (!found) throw importIsUnknown();
  if (found.status !== "uploaded") throw importHasBegun();
  const detected = Detected.parse(found.detected);
  assertMapping(mapping, detected);

  const counts = { new: 0, duplicate: 0, invalid: 0 };
  const reasons: Record<string, number> = {};
  const sample: Tried["sample"][number][] = [];
  const seen = new Set<string>();
  for await (const batch of inBatches(peopleOf(found.fileKey, detected, mapping), BATCH_ROWS)) {
    const identities = batch.flatMap(({ clean }) => clean.identities);
    for (const key of await knownIdentities(db, found, identities)) seen.add(key);
    for (const { clean } of batch) {
      for (const reason of clean.reasons) reasons[reason] = (reasons[reason] ?? 0) + 1;
      const verdict = verdictOf(clean, seen);
      counts[verdict]++;
      const { name, company, email, phone, country } = clean.person;
      if (verdict === "new" && sample.length < SAMPLE_ROWS) sample.push({ name, company, email, phone, country });
    }
  }
  return { ...counts, reasons, sample };
}
