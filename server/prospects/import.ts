import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { job } from "#server/kernel/job.ts";
import { PageInput } from "#server/kernel/page.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line } from "#server/kernel/text.ts";
import { DAY_MS } from "#server/kernel/time.ts";
import { ProgramId } from "#server/programs/program.ts";

export type ImportId = Id<"import">;
export const ImportId = idSchema("import");

/** Largest file, in bytes. */
export const MAX_FILE_BYTES = 20 * 1_048_576;
export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 100;
/** Longest cell; the rest of a longer one is not kept. */
export const MAX_CELL = 10_000;
/** Longest row, in characters: beyond it the file is no table. */
export const MAX_ROW_CHARS = 1_000_000;
export const MAX_FILE_NAME = 200;
export const MAX_CAMPAIGN = 100;
/** Rows written in one transaction; after a crash the work goes on behind the last of them. */
export const BATCH_ROWS = 500;
/** Rows of the file that are shown before anything is written. */
export const SAMPLE_ROWS = 5;
/** An uploaded file that nobody runs is dropped after this. */
export const UPLOAD_LIFE_MS = DAY_MS;

/** What a column of a file may be. `contact` is an e-mail or a phone or both in one cell. */
export const FIELDS = [
  "name",
  "first_name",
  "last_name",
  "email",
  "phone",
  "contact",
  "company",
  "title",
  "website",
  "city",
  "country",
  "language",
] as const;
export type Field = (typeof FIELDS)[number];

export const SOURCE_CHANNELS = ["list", "research", "event", "referral", "ads", "partner", "other"] as const;
export const CONSENT_BASES = ["legitimate_interest", "consent", "public_record", "existing_customer"] as const;

export const importIsUnknown = refusal("import_is_unknown", "not_found");
export const importHasBegun = refusal("import_has_begun", "conflict");
export const importIsOver = refusal("import_is_over", "conflict");
export const fileHasNoRows = refusal("file_has_no_rows", "invalid");
export const fileHasTooManyRows = refusal("file_has_too_many_rows", "invalid");
export const fileHasTooManyColumns = refusal("file_has_too_many_columns", "invalid");
export const fileIsNotText = refusal("file_is_not_text", "invalid");
export const fileIsASpreadsheet = refusal("file_is_a_spreadsheet", "invalid");
export const fileEncodingIsUnknown = refusal("file_encoding_is_unknown", "invalid");
export const fileCannotBeRead = refusal("file_cannot_be_read", "invalid");
export const mappingNeedsAName = refusal("mapping_needs_a_name", "invalid");
export const mappingNeedsAContact = refusal("mapping_needs_a_contact", "invalid");
export const mappingDoesNotFit = refusal("mapping_does_not_fit", "invalid");

/** What a person says with a file: into which program, and how the file is called. */
export const StartImport = z.object({ importId: ImportId, programId: ProgramId, fileName: line(MAX_FILE_NAME) });
export type StartImport = z.infer<typeof StartImport>;

/** Which column is what, in the file's order, and the country that numbers without one belong to. */
export const Mapping = z.object({
  columns: z.array(z.enum(FIELDS).nullable()).max(MAX_COLUMNS),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
});
export type Mapping = z.infer<typeof Mapping>;

export const AboutImport = z.object({ importId: ImportId });
export type AboutImport = z.infer<typeof AboutImport>;

export const TryMapping = AboutImport.extend({ mapping: Mapping });
export type TryMapping = z.infer<typeof TryMapping>;

export const RunImport = TryMapping.extend({
  sourceChannel: z.enum(SOURCE_CHANNELS),
  sourceCampaign: z.union([z.literal(""), line(MAX_CAMPAIGN)]).default(""),
  consentBasis: z.enum(CONSENT_BASES),
});
export type RunImport = z.infer<typeof RunImport>;

export const ListImports = PageInput.extend({ programId: ProgramId.nullish() });
export type ListImports = z.infer<typeof ListImports>;

export const VERDICTS = ["new", "duplicate", "invalid"] as const;

export const ListRows = AboutImport.extend({
  verdict: z.enum(VERDICTS).nullish(),
  after: z.number().int().min(0).max(MAX_ROWS).default(0),
});
export type ListRows = z.infer<typeof ListRows>;

/** What was found out about a file: kept as JSON with its import. */
export const Detected = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  /** Lines before the header, or before the first row where there is none. */
  preamble: z.number().int(),
  hasHeader: z.boolean(),
  header: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  /** Per column: what it seems to be, and how sure that is, 0 to 100. */
  proposed: z.array(z.object({ field: z.enum(FIELDS).nullable(), certainty: z.number() })),
  country: z.string().nullable(),
});
export type Detected = z.infer<typeof Detected>;

/** What an import would bring: rows per verdict, how often each reason, and the first people as they would be kept. */
export type Tried = {
  readonly new: number;
  readonly duplicate: number;
  readonly invalid: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly sample: readonly {
    readonly name: string;
    readonly company: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly country: string;
  }[];
};

export const importRows = job("prospects.import-rows", AboutImport);
export const dropImportFile = job("prospects.drop-import-file", AboutImport);

/** Refuses a mapping that could not make a prospect: nobody's name, or no way to reach them. */
export function assertMapping({ columns }: Mapping, { header }: Pick<Detected, "header">): void {
  if (columns.length !== header.length) throw mappingDoesNotFit({ columns: header.length });
  const has = (...fields: Field[]) => fields.some((field) => columns.includes(field));
  if (!has("name", "first_name", "last_name", "company")) throw mappingNeedsAName();
  if (!has("email", "phone", "contact")) throw mappingNeedsAContact();
}
