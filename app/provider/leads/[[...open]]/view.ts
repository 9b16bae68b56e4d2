import type { z } from "zod";
import type { LeadFilter, LeadStatus } from "#server/leads/lead.ts";
import { ProgramId } from "#server/programs/program.ts";

export const HERE = "/provider/leads";

/** What the address of the room may say. */
export type Search = {
  readonly view?: string | null;
  readonly program?: string | null;
  readonly q?: string | null;
  readonly after?: string | null;
};

/** The views of the room and the states in each. */
export const VIEWS = ["all", "waiting", "accepted", "rejected"] as const;
export type View = (typeof VIEWS)[number];

const STATES: Readonly<Record<View, LeadStatus[]>> = {
  all: [],
  waiting: ["submitted"],
  accepted: ["accepted"],
  rejected: ["rejected", "returned", "appealed", "final"],
};

export const viewOf = ({ view }: Search): View => VIEWS.find((known) => known === view) ?? "all";

/** The address as the question understands it. */
export function filterOf(search: Search): z.input<typeof LeadFilter> {
  const states = STATES[viewOf(search)];
  const program = ProgramId.safeParse(search.program);
  return {
    status: states.length > 0 ? states : null,
    programId: program.success ? program.data : null,
    text: search.q?.trim().slice(0, 80) || null,
    after: search.after || null,
  };
}
