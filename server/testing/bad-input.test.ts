import { Readable } from "node:stream";
import { createTranslator } from "use-intl/core";
import { beforeAll, expect, test } from "vitest";
import en from "#app/_words/en/refusals.json" with { type: "json" };
import zh from "#app/_words/zh-CN/refusals.json" with { type: "json" };
import { keepEvidence } from "#server/deals/keep-evidence.ts";
import { openEvidence } from "#server/deals/open-evidence.ts";
import { newId } from "#server/kernel/id.ts";
import { Refusal } from "#server/kernel/refusal.ts";
import { DAY_MS, dayIn, plus } from "#server/kernel/time.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { INVITATION_MS } from "#server/members/invitation.ts";
import { invitationToken, tokenHash } from "#server/members/token.ts";
import { useLink } from "#server/members/use-link.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { startImport } from "#server/prospects/import/start-import.ts";
import { as } from "./people.ts";
import { readyProgram, TERMS } from "./program.ts";
import { newRows, rowsNow } from "./rows.ts";
import { acceptedLead, pass, type Trade, trade } from "./trade.ts";

const LINK = "l".repeat(43);
const ORIGIN = { ip: null, userAgent: null };

let ground: Trade;
let stranger: Trade;
let leadId: LeadId;
let theirLead: LeadId;
let draft: Awaited<ReturnType<typeof readyProgram>>;
let list: `import_${string}`;
let invitation: `invitation_${string}`;

beforeAll(async () => {
  [ground, stranger] = [await trade(), await trade()];
  [leadId, theirLead] = [await acceptedLead(ground), await acceptedLead(stranger)];
  draft = await readyProgram(ground.merchant);
  const now = await clock.now();
  const { userId } = ground.merchant.merchant_owner;
  const life = { createdAt: plus(now, -DAY_MS), expiresAt: plus(now, -DAY_MS / 2) };
  await db.signInLink.create({ data: { tokenHash: tokenHash(LINK), userId, ...life } });
  invitation = newId("invitation");
  const invited = { invitationId: invitation, email: "late@people.example", role: "merchant_closer" } as const;
  await as(ground.merchant.merchant_owner).members.invite(invited);
  list = newId("import");
  await upload("Name,E-mail\nAnn Lee,ann@rows.example\n", list);
  await pass(INVITATION_MS + DAY_MS);
});

const upload = (content: string | Buffer, importId: `import_${string}` = newId("import")) =>
  startImport(
    ground.provider.provider_manager,
    { importId, programId: ground.programId, fileName: "list.csv" },
    Readable.from([Buffer.from(content)]),
  );
const run = (columns: ("name" | "email" | null)[]) =>
  as(ground.provider.provider_manager).prospects.imports.run({
    ...{ importId: list, sourceChannel: "list", consentBasis: "consent" },
    mapping: { columns, country: null },
  });
const report = async (over: { leadId?: LeadId; amount?: string; currency?: string }) =>
  as(ground.merchant.merchant_closer).deals.reportWin({
    ...{ dealId: newId("deal"), leadId, amount: "15,000.00", currency: "usd" },
    ...{ wonOn: dayIn("UTC", await clock.now()), ...over },
  });
const propose = (over: object) =>
  as(ground.merchant.merchant_owner).programs.draftTerms({ programId: draft, terms: { ...TERMS, ...over } });
const document = (content: string, about: LeadId = leadId) =>
  keepEvidence(ground.merchant.merchant_closer, {
    ...{
      leadId: about,
      fileName: "contract.pdf",
      content: Readable.from(content === "" ? [] : [Buffer.from(content)]),
    },
  });
const closer = () => as(ground.merchant.merchant_closer);
const agent = () => as(ground.provider.provider_agent).prospects;
const theirProspect = async () =>
  (await db.prospect.findFirstOrThrow({ where: { providerId: stranger.provider.id } })).id;

const DOORS: readonly (readonly [string, string, () => Promise<unknown>])[] = [
  ["an empty list", "file_has_no_rows", () => upload("")],
  ["a list that is a spreadsheet", "file_is_a_spreadsheet", () => upload(Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))],
  [
    "a list that is no text",
    "file_is_not_text",
    () => upload(Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 256))),
  ],
  [
    "a list with an open quote",
    "file_cannot_be_read",
    () => upload(`Name,Email\n"Ann,a@b.example\n${"x,y@b.example\n".repeat(50)}`),
  ],
  [
    "a list in no known encoding",
    "file_encoding_is_unknown",
    () =>
      upload(
        Buffer.concat([
          Buffer.from("Name,Email\n李雷,a@b.example\n李雷,c@d.example\n"),
          Buffer.from([0xff]),
          Buffer.from("韩梅梅,e@f.example\n"),
        ]),
      ),
  ],
  ["a list whose names have no column", "mapping_needs_a_name", () => run([null, "email"])],
  ["a list nobody of which can be reached", "mapping_needs_a_contact", () => run(["name", null])],
  ["a mapping of another width", "mapping_does_not_fit", () => run(["name", "email", null])],
  ["a negative amount", "deal_value_is_no_amount", () => report({ amount: "-15,000.00" })],
  ["an amount in words", "deal_value_is_no_amount", () => report({ amount: "fifteen" })],
  ["an amount of nothing", "deal_value_is_nothing", () => report({ amount: "0.00" })],
  ["a huge amount", "deal_value_is_too_large", () => report({ amount: "999999999999999999" })],
  ["an amount in another currency", "deal_currency_differs", () => report({ currency: "eur" })],
  ["terms whose minimum Stripe would eat", "terms_minimum_is_too_low", () => propose({ minimumMinor: 1n })],
  ["terms with a cap below the minimum", "terms_cap_is_below_minimum", () => propose({ capMinor: 100_00n })],
  ["terms in a currency that is not settled", "terms_currency_is_not_settled", () => propose({ currency: "jpy" })],
  ["a document that is none", "evidence_is_no_document", () => document("MZ\0\0a program")],
  ["an empty document", "evidence_is_empty", () => document("")],
  ["a document for a stranger's lead", "lead_is_unknown", () => document("%PDF-1.7\n", theirLead)],
  ["a sign-in link that is too old", "link_is_dead", () => useLink(ORIGIN, LINK)],
  ["a sign-in link that nobody sent", "link_is_dead", () => useLink(ORIGIN, "n".repeat(43))],
  [
    "an invitation that is too old",
    "invitation_is_dead",
    () =>
      as(null).members.acceptInvitation({
        token: invitationToken(invitation),
        name: "Kim",
        password: "a long enough secret",
      }),
  ],
  ["a stranger's lead", "lead_is_unknown", () => closer().leads.received({ leadId: theirLead })],
  ["a win of a stranger's lead", "lead_is_unknown", () => report({ leadId: theirLead })],
  ["a deal that is nobody's", "deal_is_unknown", () => closer().deals.one({ dealId: newId("deal") })],
  [
    "a stranger's prospect",
    "prospect_is_unknown",
    async () => agent().open({ prospectId: (await theirProspect()) as `prospect_${string}` }),
  ],
  [
    "a document that is nobody's",
    "evidence_is_unknown",
    () => openEvidence(ground.merchant.merchant_closer, newId("evidence")),
  ],
];

test.each(DOORS)("%s is refused in words of both languages, and nothing has changed", async (_, code, knock) => {
  const before = await rowsNow();
  const refusal = await refusedBy(knock);
  expect(refusal.code).toBe(code);
  expect(await newRows(before)).toEqual([]);
  for (const sentence of sentencesOf(refusal)) expect(sentence).toMatch(/[.。]/);
});

/** The rule that said no, whether it was asked through the router or is the verb behind a door for files. */
async function refusedBy(knock: () => Promise<unknown>): Promise<Refusal> {
  const thrown = await knock().then(
    () => null,
    (error: unknown) => error,
  );
  const refusal = thrown instanceof Error && thrown.cause instanceof Refusal ? thrown.cause : thrown;
  if (refusal instanceof Refusal) return refusal;
  throw new Error("nobody said no by a rule", { cause: thrown });
}

/** What a person reads, with every fact in its place: a fact that is missing breaks the sentence, and with it the test. */
function sentencesOf({ code, facts }: Refusal): string[] {
  return [
    { locale: "en" as const, words: en },
    { locale: "zh-CN" as const, words: zh },
  ].map(({ locale, words }) => {
    const messages: Record<string, string> = words;
    const say = createTranslator({
      locale,
      messages,
      onError: (error) => {
        throw error;
      },
    });
    return say(code, facts);
  });
}
