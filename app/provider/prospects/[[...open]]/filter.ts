import { PROSPECT_STATUSES } from "#server/prospects/prospect.ts";

export const HERE = "/provider/prospects";

/** What the list is narrowed to, as its address says it. */
export type Filter = { status?: string; program?: string; import?: string; text?: string; after?: string };
type Asked = { status?: string; programId?: string; importId?: string; text?: string; after?: string };

/** The filter in the list's own terms; what makes no sense is left out. */
export function filterOf({ status, program, import: file, text, after }: Filter): Asked {
  return {
    ...(PROSPECT_STATUSES.some((it) => it === status) && status && { status }),
    ...(/^program_[0-9a-f]{32}$/.test(program ?? "") && program && { programId: program }),
    ...(/^import_[0-9a-f]{32}$/.test(file ?? "") && file && { importId: file }),
    ...(text?.trim() && { text: text.trim().slice(0, 100) }),
    ...(after && { after }),
  };
}

/** A filter as the end of an address. */
export function hrefOf({ status, programId, importId, text, after }: Asked): string {
  const query = new URLSearchParams();
  if (status) query.set("status", status);
  if (programId) query.set("program", programId);
  if (importId) query.set("import", importId);
  if (text) query.set("text", text);
  if (after) query.set("after", after);
  return query.size ? `?${query}` : "";
}
