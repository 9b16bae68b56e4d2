import type { OrganisationId } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { type ImportId, importIsUnknown } from "#server/prospects/import.ts";

/** An import of one provider, locked until the transaction ends. A stranger's is unknown. */
export async function lockImport(tx: Tx, providerId: OrganisationId, importId: ImportId) {
  await tx.$executeRaw`select 1 from prospect_import where id = ${importId} and provider_id = ${providerId} for update`;
  const found = await tx.prospectImport.findFirst({ where: { id: importId, providerId } });
  if (!found) throw importIsUnknown();
  return found;
}
