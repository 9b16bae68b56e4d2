import { Readable } from "node:stream";
import iconv from "iconv-lite";
import { beforeEach, expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { DAY_MS, plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { BATCH_ROWS, Detected, MAX_FILE_BYTES, type Mapping } from "#server/prospects/import.ts";
import { doAllJobs } from "#server/testing/jobs.ts";
import { as, company } from "#server/testing/people.ts";
import { enrol, publishedProgram } from "#server/testing/prospecting.ts";
import { dropStaleUploads } from "./drop-stale-uploads.ts";
import { refusedRows } from "./refused-rows.ts";
import { startImport } from "./start-import.ts";

let provider: Awaited<ReturnType<typeof company<"provider">>>;
let program: Awaited<ReturnType<typeof publishedProgram>>;
beforeEach(async () => {
  provider = await company("provider");
  program = await publishedProgram((await company("merchant")).id, { countries: ["US"] });
  await enrol(provider.id, program.id);
});
const imports = () => as(provider.provider_manager).prospects.imports;

async function upload(content: string | Buffer, fileName = "list.csv") {
  const importId = newId("import");
  await startImport(
    provider.provider_manager,
    { importId, programId: program.id, fileName },
    Readable.from(Buffer.from(content)),
  );
  return importId;
}
async function run(importId: `import_${string}`, mapping?: Mapping) {
  const { detected } = await imports().open({ importId });
  const proposed = { columns: detected.proposed.map(({ field }) => field), country: detected.country };
  const from = { sourceChannel: "list", consentBasis: "legitimate_interest" } as const;
  await imports().run({ importId, mapping: mapping ?? proposed, ...from });
  await doAllJobs();
  const { rowsNew, rowsDuplicate, rowsInvalid, status } = await imports().open({ importId });
  return { rowsNew, rowsDuplicate, rowsInvalid, status };
}
const rowsOf = (n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => `Person ${i + from},p${i + from}@rows.example,Acme`).join("\n");
const everything = async () =>
  Promise.all([
    db.prospect.count(),
    db.prospectIdentity.count(),
    db.prospectImport.count(),
    db.prospectImportRow.count(),
  ]);

test("a list becomes prospects, clean, in the file's order, and due at once", async () => {
  const id = await upload(
    "Name,E-Mail,Phone,Company,Country,Budget\n Ann  Lee ,ANN@Ｒows.example,(212) 555-2368,Acme,,1.2 Cr\n李雷,li@rows.example,,临港,中国,\n",
  );
  expect(await run(id)).toEqual({ rowsNew: 2, rowsDuplicate: 0, rowsInvalid: 0, status: "done" });
  const people = await db.prospect.findMany({ where: { importId: id }, orderBy: [{ dueAt: "asc" }, { id: "asc" }] });
  expect(people).toMatchObject([
    {
      name: "Ann Lee",
      email: "ann@rows.example",
      phone: "+12125552368",
      company: "Acme",
      country: "US",
      timeZone: null,
      extra: { Budget: "1.2 Cr" },
    },
    { name: "李雷", email: "li@rows.example", phone: null, country: "CN", timeZone: "Asia/Shanghai", extra: {} },
  ]);
  expect(await as(provider.provider_agent).prospects.takeNext({ programId: program.id })).toMatchObject({
    prospectId: people[0]?.id,
  });
});

test("the same file twice adds nothing, and a person twice in one file is one", async () => {
  const file = `Name,Email,Company\n${rowsOf(3)}\n${rowsOf(2)}`;
  expect(await run(await upload(file))).toMatchObject({ rowsNew: 3, rowsDuplicate: 2 });
  expect(await run(await upload(file))).toMatchObject({ rowsNew: 0, rowsDuplicate: 5 });
  expect(await db.prospect.count({ where: { providerId: provider.id } })).toBe(3);
});

test("an import says nothing of what other providers hold", async () => {
  const rival = await company("provider");
  await enrol(rival.id, program.id);
  const file = `Name,Email,Company\n${rowsOf(3)}`;
  await run(await upload(file));
  provider = rival;
  expect(await run(await upload(file))).toMatchObject({ rowsNew: 3, rowsDuplicate: 0 });
});

test("what an import would bring is counted before anything is written", async () => {
  await run(await upload(`Name,Email,Company\n${rowsOf(2)}`));
  const id = await upload(`Name,Email,Company\n${rowsOf(3)}\nNobody,not-an-address,Acme`);
  const before = await everything();
  const tried = await imports().try({
    importId: id,
    mapping: { columns: ["name", "email", "company"], country: null },
  });
  expect(tried).toMatchObject({ new: 1, duplicate: 2, invalid: 1, reasons: { "email:not_valid": 1 } });
  expect(await everything()).toEqual(before);
});

test("work that broke off between two batches goes on behind the last row written and doubles none", async () => {
  const total = BATCH_ROWS * 2 + 7;
  const id = await upload(`Name,Email,Company\n${rowsOf(total)}`);
  await db.$executeRaw`create function crash() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`;
  await db.$executeRawUnsafe(
    `create trigger crash before insert on prospect for each row when (new.email = 'p${BATCH_ROWS + 3}@rows.example') execute function crash()`,
  );
  expect(await run(id)).toMatchObject({ status: "running", rowsNew: BATCH_ROWS });
  expect(await db.prospect.count({ where: { importId: id } })).toBe(BATCH_ROWS);

  await db.$executeRaw`drop function crash cascade`;
  await db.$executeRaw`update graphile_worker._private_jobs set run_at = now()`;
  await doAllJobs();
  expect(await imports().open({ importId: id })).toMatchObject({ status: "done", rowsNew: total, rowsRead: total });
  expect(await db.prospect.count({ where: { importId: id } })).toBe(total);
  expect(await db.prospectImportRow.count({ where: { importId: id } })).toBe(total);
});

test("two imports of one list at the same moment bring each person once", async () => {
  const file = `Name,Email,Company\n${rowsOf(300)}`;
  const [a, b] = [await upload(file), await upload(file)];
  const mapping: Mapping = { columns: ["name", "email", "company"], country: null };
  const from = { sourceChannel: "list", consentBasis: "consent" } as const;
  await Promise.all([
    imports().run({ importId: a, mapping, ...from }),
    imports().run({ importId: b, mapping, ...from }),
  ]);
  await doAllJobs();
  const [one, two] = [await imports().open({ importId: a }), await imports().open({ importId: b })];
  expect(one.rowsNew + two.rowsNew).toBe(300);
  expect(one.rowsDuplicate + two.rowsDuplicate).toBe(300);
});

test("a cancelled import writes no more, and an ended one cannot be cancelled or run again", async () => {
  const id = await upload(`Name,Email,Company\n${rowsOf(3)}`);
  await imports().cancel({ importId: id });
  await expect(run(id)).rejects.toThrow("import_has_begun");
  await expect(imports().cancel({ importId: id })).rejects.toThrow("import_is_over");
  expect(await db.prospect.count({ where: { providerId: provider.id } })).toBe(0);
});

test("an upload that nobody runs is dropped after a day", async () => {
  const id = await upload(`Name,Email,Company\n${rowsOf(1)}`);
  const now = await clock.now();
  await dropStaleUploads(plus(now, DAY_MS - 60_000));
  expect(await imports().open({ importId: id })).toMatchObject({ status: "uploaded" });
  await dropStaleUploads(plus(now, DAY_MS + 1000));
  expect(await imports().open({ importId: id })).toMatchObject({ status: "cancelled" });
});

test("a mapping without a name or without a way to reach people is refused, and so is one of another width", async () => {
  const id = await upload(`Name,Email,Company\n${rowsOf(1)}`);
  const before = await everything();
  await expect(run(id, { columns: [null, "email", null], country: null })).rejects.toThrow("mapping_needs_a_name");
  await expect(run(id, { columns: ["name", null, null], country: null })).rejects.toThrow("mapping_needs_a_contact");
  await expect(run(id, { columns: ["name", "email"], country: null })).rejects.toThrow("mapping_does_not_fit");
  expect(await everything()).toEqual(before);
});

test("formulas, zeros and strange strings are data, and refused rows come back as a harmless file that can be mended and imported", async () => {
  const strange = [
    "=SUM(A1:A9)",
    "+1234567",
    "-100",
    "@x",
    "';drop table prospect;--",
    "\u202etxt",
    "\ud800",
    "\0",
    "<script>",
    "🏳️‍🌈",
  ];
  const rows = strange.map((text, i) => `"${text}",strange${i}@rows.example,"${text}"`).join("\n");
  const id = await upload(`Name,Email,Company\n${rows}\n=cmd|'x',not an address,"a ""quote"", a comma"\n`);
  expect(await run(id)).toMatchObject({ rowsNew: strange.length - 1, rowsInvalid: 2 });
  const names = (await db.prospect.findMany({ where: { importId: id }, orderBy: { id: "asc" } })).map(
    ({ name }) => name,
  );
  expect(names).toEqual(expect.arrayContaining(["=SUM(A1:A9)", "<script>", "';drop table prospect;--"]));

  let csv = "";
  for await (const line of await refusedRows(provider.provider_manager, { importId: id })) csv += line;
  expect(csv).toBe(
    `\ufeffName,Email,Company,Lode: reason\r\n,strange7@rows.example,,name:missing\r\n'=cmd|'x',not an address,"a ""quote"", a comma",email:not_valid\r\n`,
  );
  const mended = await upload(csv.replace("not an address", "mended@rows.example"));
  expect(await run(mended)).toMatchObject({ rowsNew: 1, rowsInvalid: 1 });
  expect(await db.prospect.findFirstOrThrow({ where: { importId: mended } })).toMatchObject({
    name: "=cmd|'x'",
    company: 'a "quote", a comma',
  });
});

test("what cannot be read is refused with words and leaves nothing behind", async () => {
  const before = await everything();
  const broken: [string | Buffer, string][] = [
    ["", "file_has_no_rows"],
    ["Name,Email,Company\n", "file_has_no_rows"],
    [Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), "file_is_a_spreadsheet"],
    [Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), "file_is_not_text"],
    [
      Buffer.concat([
        Buffer.from("Name,Email\n李雷,a@b.example\n李雷,c@d.example\n"),
        Buffer.from([0xff]),
        Buffer.from("韩梅梅,e@f.example\n"),
      ]),
      "file_encoding_is_unknown",
    ],
    [`Name,Email\n"Ann,ann@rows.example\n${rowsOf(50)}`, "file_cannot_be_read"],
    [`Name,Email\n${"x".repeat(2_000_000)},a@b.example\n`, "file_cannot_be_read"],
    [`${Array.from({ length: 101 }, (_, i) => `c${i}`).join(",")}\n${",".repeat(100)}x\n`, "file_has_too_many_columns"],
    [`Name,Email\n${"a,b\n".repeat(50_001)}`, "file_has_too_many_rows"],
    ["a,b\n".repeat(MAX_FILE_BYTES / 4 + 1), "file_is_too_large"],
  ];
  for (const [content, code] of broken) await expect(upload(content), code).rejects.toMatchObject({ code });
  expect(await everything()).toEqual(before);
});

test("a list is read in the encoding it was written in", async () => {
  const text =
    "姓名,邮箱,公司\n李雷,li@rows.example,临港鲜链仓储有限公司\n韩梅梅,han@rows.example,浦江疫苗配送中心\n王小明,wang@rows.example,北京冷链物流\n";
  for (const encoding of ["utf8", "gb18030", "utf-16le", "utf-16be", "big5"]) {
    const content = encoding === "big5" ? text.replaceAll("鲜链仓储", "物流").replaceAll("疫", "市") : text;
    const bytes = iconv.encode(
      encoding === "big5"
        ? "姓名,郵箱,公司\n李雷,li@rows.example,臨港冷鏈倉儲有限公司\n韓梅梅,han@rows.example,浦江疫苗配送中心\n"
        : content,
      encoding,
      { addBOM: encoding.startsWith("utf-16") },
    );
    const id = await upload(bytes);
    const { detected } = await imports().open({ importId: id });
    expect(
      detected.proposed.map(({ field }) => field),
      encoding,
    ).toEqual(["name", "email", "company"]);
    expect(detected.sample[0]?.[0], encoding).toBe("李雷");
  }
  const latin = await upload(
    iconv.encode("Name;Email;Ort\nJürgen Groß;j@rows.example;Köln\nZoë;z@rows.example;Liège\n", "windows-1252"),
  );
  expect(Detected.parse((await db.prospectImport.findUniqueOrThrow({ where: { id: latin } })).detected)).toMatchObject({
    delimiter: ";",
    sample: [
      ["Jürgen Groß", "j@rows.example", "Köln"],
      ["Zoë", "z@rows.example", "Liège"],
    ],
  });
});

test("the same upload sent twice is one, a stranger's import is unknown, and an agent may not import", async () => {
  const id = await upload(`Name,Email,Company\n${rowsOf(1)}`);
  const again = { importId: id, programId: program.id, fileName: "list.csv" };
  await startImport(provider.provider_manager, again, Readable.from(Buffer.from("x")));
  const other = await company("provider");
  await enrol(other.id, program.id);
  await expect(startImport(other.provider_manager, again, Readable.from(Buffer.from("x")))).rejects.toMatchObject({
    code: "import_is_unknown",
  });
  const mapping: Mapping = { columns: [], country: null };
  const stranger = as(other.provider_manager).prospects.imports;
  const tries = [
    stranger.open({ importId: id }),
    stranger.rows({ importId: id }),
    stranger.try({ importId: id, mapping }),
    stranger.run({ importId: id, mapping, sourceChannel: "list", consentBasis: "consent" }),
    stranger.cancel({ importId: id }),
    refusedRows(other.provider_manager, { importId: id }),
  ];
  for (const tried of await Promise.allSettled(tries))
    expect(tried).toMatchObject({ reason: { message: "import_is_unknown" } });
  await expect(as(provider.provider_agent).prospects.imports.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(
    startImport(
      provider.provider_manager,
      { ...again, importId: newId("import"), programId: newId("program") },
      Readable.from(Buffer.from("x")),
    ),
  ).rejects.toMatchObject({ code: "enrolment_is_unknown" });
});
