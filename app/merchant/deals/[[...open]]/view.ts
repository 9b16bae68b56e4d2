import type { z } from "zod";
import type { DealFilter } from "#server/deals/deal.ts";
import { ProgramId } from "#server/programs/program.ts";

export const HERE = "/merchant/deals";

/** What the address of the room may say. */
export type Search = {
  readonly view?: string | null;
  readonly program?: string | null;
  readonly q?: string | null;
  readonly after?: string | null;
};

export const VIEWS = ["all", "reported", "contested", "confirmed"] as const;
export type View = (typeof VIEWS)[number];

export const viewOf = ({ view }: Search): View => VIEWS.find((known) => known === view) ?? "all";

/** The address as the question understands it. */
export function filterOf(search: Search): z.input<typeof DealFilter> {
  const view = viewOf(search);
  const program = ProgramId.safeParse(search.program);
  return {
    status: view === "all" ? null : view,
    programId: program.success ? program.data : null,
    text: search.q?.trim().slice(0, 80) || null,
    after: search.after || null,
  };
}
