import { expect, expectNothingFromAxe, test } from "#e2e/fixtures.ts";
import { letMinutesPass, mailedLink, rows } from "#e2e/outside.ts";
import { Deals } from "#e2e/rooms/deals.ts";
import { Door } from "#e2e/rooms/door.ts";
import { Imports } from "#e2e/rooms/imports.ts";
import { LINK_MINUTES } from "#server/members/session.ts";

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(content as string),
});
const count = async (table: "prospect_import" | "prospect" | "deal" | "evidence") =>
  (await rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

test("a list that cannot be read is refused in words, and nobody becomes a prospect", async ({ somebody }) => {
  const owner = await somebody({ expects: "refusals" });
  await new Door(owner).walkInAs("Greta Tallis");
  const imports = new Imports(owner);
  const before = [await count("prospect_import"), await count("prospect")];

  await test.step("a spreadsheet that calls itself a CSV", async () => {
    await imports.bring(file("list.csv", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0])));
    await expect(owner.getByText("This is a spreadsheet file. Open it, save it as “CSV UTF-8”")).toBeVisible();
    await expectNothingFromAxe(owner);
  });
  await test.step("bytes that are no text", async () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256));
    await imports.bring(file("list.csv", noise));
    await expect(owner.getByText("This is not a text file with a table.")).toBeVisible();
  });
  await test.step("characters in no certain encoding", async () => {
    const broken = [
      Buffer.from("Name,Email\n李雷,a@b.example\n"),
      Buffer.from([0xff]),
      Buffer.from("韩梅梅,e@f.example\n"),
    ];
    await imports.bring(file("list.csv", Buffer.concat(broken)));
    await expect(owner.getByText("The characters of this file cannot be read for sure.")).toBeVisible();
  });
  await test.step("another kind of file", async () => {
    await owner.goto("/provider/imports");
    await imports.choose({ ...file("list.exe", "MZ"), mimeType: "application/octet-stream" });
    await expect(owner.getByText("This kind of file cannot be read here. Use .csv, .tsv, .txt.")).toBeVisible();
    await expect(owner.getByRole("button", { name: "Read the file" })).toBeDisabled();
  });
  expect([await count("prospect_import"), await count("prospect")]).toEqual(before);
});

test("a list without a way to reach anybody waits until a column says how", async ({ somebody }) => {
  const owner = await somebody();
  await new Door(owner).walkInAs("Greta Tallis");
  const before = await count("prospect");
  const imports = new Imports(owner);
  await imports.bring(file("names.csv", "Name,Company,City\nOda Brekke,Fjordlager AS,Bergen\n"));
  await expect(owner.getByText("Choose which column is the mail address or the phone number.")).toBeVisible();
  await expect(owner.getByRole("button", { name: /^(Import|Nothing to import)/ })).toBeDisabled();
  await expectNothingFromAxe(owner);
  await owner.getByRole("button", { name: "Discard file" }).click();
  await expect(owner.getByRole("button", { name: "Discard file" })).toBeHidden();
  expect(await count("prospect")).toBe(before);
});

test("a value that is no value is refused beside its field, and no deal exists", async ({ somebody }) => {
  const owner = await somebody({ expects: "refusals" });
  await new Door(owner).walkInAs("Marit Oosterveen");
  const before = await count("deal");
  const deals = new Deals(owner);
  await deals.beginReport();
  for (const [value, says] of [
    ["-500", "“-500” is not an amount in EUR. Write it with digits, for example 12,500.00, without a sign."],
    ["0", "A won deal has a value above zero."],
    ["99,999,999,999,999,999.00", "Lode cannot reckon with a value this large."],
    ["a lot", "“a lot” is not an amount in EUR."],
  ] as const) {
    await deals.send(value);
    await expect(deals.report.getByText(says)).toBeVisible();
    await expect(deals.report.getByRole("textbox", { name: "Value of the deal" })).toHaveValue(value);
  }
  await expectNothingFromAxe(owner);
  expect(await count("deal")).toBe(before);
});

test("in Chinese, a value that is no value is refused in Chinese", async ({ somebody }) => {
  const owner = await somebody({ expects: "refusals", locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await new Door(owner).walkInAs("沈若溪");
  const before = await count("deal");
  const deals = new Deals(owner, "zh-CN");
  await deals.beginReport();
  await deals.send("-500");
  await expect(deals.report.getByText("“-500”不是有效的 USD 金额。请用数字填写")).toBeVisible();
  await deals.send("99,999,999,999,999,999.00");
  await expect(deals.report.getByText("金额过大，Lode 无法计算。")).toBeVisible();
  await expectNothingFromAxe(owner);
  expect(await count("deal")).toBe(before);
});

test("a mailed link that is too old says so, and offers a new one", async ({ somebody }) => {
  const email = "owen@harborlight.example";
  const closer = await somebody({ expects: "refusals" });
  const door = new Door(closer);
  await door.askForLink(email);
  const link = await mailedLink(email, "/sign-in/link");
  await letMinutesPass(LINK_MINUTES + 1);
  await closer.goto(link);
  await closer.getByRole("button", { name: "Sign in" }).click();
  await expect(closer.getByText("This link no longer works")).toBeVisible();
  await expect(closer.getByRole("link", { name: "Ask for a new link" })).toBeVisible();
  await expectNothingFromAxe(closer);
  await closer.goto("/merchant");
  await expect(closer.getByRole("heading", { name: "Sign in to Lode" })).toBeVisible();
});

test("what belongs to somebody else is not there, whatever the address says", async ({ somebody }) => {
  const stranger = await somebody({ expects: "refusals" });
  await new Door(stranger).walkInAs("Marit Oosterveen");
  const [lead] = await rows<{ id: string }>(
    "select l.id from lead l join organisation o on o.id = l.merchant_id where o.name = 'Harborlight Payroll' limit 1",
  );
  const [deal] = await rows<{ id: string }>(
    "select d.id from deal d join organisation o on o.id = d.merchant_id where o.name = 'Harborlight Payroll' limit 1",
  );
  for (const address of [
    `/merchant/leads/${lead?.id}`,
    `/merchant/deals/${deal?.id}`,
    "/merchant/leads/lead_nonsense",
  ]) {
    await stranger.goto(address);
    await expect(stranger.getByText("There is nothing at this address")).toBeVisible();
    await expectNothingFromAxe(stranger);
  }
  await stranger.goto("/finance/payouts");
  await expect(stranger).toHaveURL(/\/merchant$/);
});
