import { type Id, idSchema } from "#server/kernel/id.ts";

export type ProspectId = Id<"prospect">;
export const ProspectId = idSchema("prospect");
