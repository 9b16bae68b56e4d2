import { Readable } from "node:stream";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { db } from "#server/platform/db.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { runImport } from "#server/prospects/import/run-import.ts";
import { startImport } from "#server/prospects/import/start-import.ts";
import { Detected, type RunImport } from "#server/prospects/import.ts";

type List = Pick<RunImport, "sourceChannel" | "consentBasis"> & {
  readonly programId: ProgramId;
  readonly fileName: string;
  readonly csv: string;
  readonly campaign: string;
};

/** Uploads a list and runs it with the mapping that Lode proposes. */
export async function bringIn(
  actor: Actor,
  { programId, fileName, csv, campaign, sourceChannel, consentBasis }: List,
): Promise<void> {
  const importId: `import_${string}` = newId("import");
  await startImport(actor, { importId, programId, fileName }, Readable.from([csv]));
  const { detected } = await db.prospectImport.findUniqueOrThrow({ where: { id: importId } });
  const { proposed, country } = Detected.parse(detected);
  const mapping = { columns: proposed.map(({ field }) => field), country };
  await runImport(actor, { importId, mapping, sourceChannel, sourceCampaign: campaign, consentBasis });
}
