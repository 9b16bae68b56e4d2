import type { Reader } from "#server/platform/db.ts";
import type { Identity } from "#server/prospects/identity.ts";
import { identityKey } from "./verdict.ts";

type Place = { readonly providerId: string; readonly programId: string };

/** Which of these people the provider already has in the program. Nobody else's prospects are asked about. */
export async function knownIdentities(
  reader: Reader,
  { providerId, programId }: Place,
  identities: readonly Identity[],
): Promise<Set<string>> {
  const rows = await reader.$queryRaw<Identity[]>`
    select kind, value from prospect_identity
    where provider_id = ${providerId} and program_id = ${programId}
      and (kind, value) in (select kind, value from jsonb_to_recordset(${JSON.stringify(identities)}::jsonb) as i(kind text, value text))`;
  return new Set(rows.map(identityKey));
}
