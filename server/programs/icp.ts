import { z } from "zod";
import { line, prose } from "#server/kernel/text.ts";

export const MAX_ICP_ENTRIES = 20;
const MAX_ICP_COUNTRIES = 60;
export const MAX_ICP_ENTRY_LENGTH = 60;
export const MAX_ICP_EXCLUSIONS_LENGTH = 1000;

/** Sizes of companies by the number of their people. */
export const COMPANY_SIZES = ["1-10", "11-50", "51-200", "201-1000", "1001-5000", "5001+"] as const;

const entries = z.array(line(MAX_ICP_ENTRY_LENGTH)).max(MAX_ICP_ENTRIES);

/** The ideal customer profile: whom a provider should look for, and what rules somebody out. */
export const Icp = z.object({
  industries: entries.default([]),
  /** ISO 3166-1 alpha-2 */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(MAX_ICP_COUNTRIES)
    .default([]),
  companySizes: z.array(z.enum(COMPANY_SIZES)).max(COMPANY_SIZES.length).default([]),
  roles: entries.default([]),
  exclusions: prose(MAX_ICP_EXCLUSIONS_LENGTH).default(""),
});
export type Icp = z.infer<typeof Icp>;

/** The profile out of a program's row; one never written is empty. */
export const icpOf = (kept: unknown): Icp => Icp.parse(kept ?? {});

/** Does the profile tell a provider whom to look for? */
export const isDescribed = ({ industries, countries, roles }: Icp): boolean =>
  industries.length + countries.length + roles.length > 0;
