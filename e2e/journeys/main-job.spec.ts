import { expect, expectNothingFromAxe, test } from "#e2e/fixtures.ts";
import { letDaysPass, letItBeTuesdayMorning, mailedLink, rows, stripeObjects } from "#e2e/outside.ts";
import { Billing } from "#e2e/rooms/billing.ts";
import { Deals } from "#e2e/rooms/deals.ts";
import { Directory } from "#e2e/rooms/directory.ts";
import { Door } from "#e2e/rooms/door.ts";
import { Imports } from "#e2e/rooms/imports.ts";
import { LeadsInbox } from "#e2e/rooms/leads-inbox.ts";
import { Ledger } from "#e2e/rooms/ledger.ts";
import { PayoutAccount } from "#e2e/rooms/payout-account.ts";
import { Payouts } from "#e2e/rooms/payouts.ts";
import { ProgramEditor } from "#e2e/rooms/program-editor.ts";
import { Providers } from "#e2e/rooms/providers.ts";
import { Queue } from "#e2e/rooms/queue.ts";
import { Team } from "#e2e/rooms/team.ts";

const RUN = Date.now().toString(36);
const MERCHANT = `Marlstone Instruments ${RUN}`;
const PROVIDER = `Fennick & Daughters ${RUN}`;
const PROGRAM = `Humidity loggers ${RUN}`;
const PASSWORD = "four quiet words here";
const HOLD_DAYS = 21;
const GROSS = 360_000;
const SHARE = 288_000;

const LIST = {
  name: "museums.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Name;E-Mail;Phone;Company;Role;City;Country",
      "Hedwig Almers;hedwig.almers@speicherhaus.example;+49 30 23125001;Speicherhaus Museum;Conservator;Berlin;DE",
      "Bastiaan Roos;b.roos@kadezicht.example;+31 20 624 1111;Kadezicht Archief;Head of collections;Amsterdam;NL",
      "Hedwig Almers;hedwig.almers@speicherhaus.example;;Speicherhaus Museum;Conservator;Berlin;DE",
      "Nobody At All;not an address;;;;;",
    ].join("\r\n"),
  ),
};
const CONTRACT = {
  name: "contract.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
};

test("a prospect from a list becomes a customer, and everybody is paid to the cent", async ({ somebody }) => {
  test.setTimeout(300_000);
  await letItBeTuesdayMorning();
  const [merchant, provider, agent, maker, checker] = [
    await somebody(),
    await somebody(),
    await somebody(),
    await somebody(),
    await somebody(),
  ];

  await test.step("a merchant signs up and writes a program", async () => {
    await new Door(merchant).signUp("merchant", {
      organisation: MERCHANT,
      country: "DE",
      name: "Ottilie Brandt",
      email: `ottilie@marlstone-${RUN}.example`,
      password: PASSWORD,
    });
    await expectNothingFromAxe(merchant);
    const editor = new ProgramEditor(merchant);
    await editor.begin(PROGRAM, "EUR");
    await editor.describe({
      summary: "Loggers that tell a museum when a room turns damp.",
      product:
        "A logger for each show case, read by radio. A house of forty rooms runs in two days, from 90 EUR a case.",
      script: "Who walks the rooms with a hygrometer today, and how often?",
    });
    await expectNothingFromAxe(merchant);
    await editor.lookFor({ industries: "Museums", countries: ["Germany", "Netherlands"], roles: "Conservator" });
    await editor.ask([
      { question: "How many show cases are there?", kind: "Number" },
      { question: "Is there a budget this year?", kind: "Yes or no" },
    ]);
    await editor.teach("How long does a battery last?", "Five years, at a reading every ten minutes.");
    await editor.setTerms({ percent: "12", minimum: "400", cap: "6000" });
    await expectNothingFromAxe(merchant);
  });

  await test.step("saves a card on Stripe's page, and publishes", async () => {
    const billing = new Billing(merchant);
    await billing.saveCard("EUR", "Visa that works");
    await expectNothingFromAxe(merchant);
    const editor = new ProgramEditor(merchant);
    await editor.open(PROGRAM);
    await editor.publish();
    await expectNothingFromAxe(merchant);
  });

  await test.step("a provider signs up, connects its account, finds the program and applies", async () => {
    await new Door(provider).signUp("provider", {
      organisation: PROVIDER,
      country: "NL",
      name: "Greet Fennick",
      email: `greet@fennick-${RUN}.example`,
      password: PASSWORD,
    });
    await expectNothingFromAxe(provider);
    await new PayoutAccount(provider).connect();
    await expectNothingFromAxe(provider);
    const directory = new Directory(provider);
    await directory.find(PROGRAM);
    await expectNothingFromAxe(provider);
    await directory.apply(PROGRAM, "Six people, Dutch and German, who have sold to archives for years.");
  });

  await test.step("the merchant approves, and both sign", async () => {
    const providers = new Providers(merchant);
    await providers.open(PROVIDER);
    await expectNothingFromAxe(merchant);
    await providers.approve(PROVIDER);
    await providers.sign();
    await new Directory(provider).sign();
    await expect(provider.getByRole("link", { name: "Import prospects" })).toBeVisible();
  });

  await test.step("the owner invites an agent, who joins by the mail", async () => {
    const email = `pim@fennick-${RUN}.example`;
    const team = new Team(provider);
    await team.enter();
    await team.invite(email, "Agent");
    await expectNothingFromAxe(provider);
    await new Door(agent).acceptInvitation(await mailedLink(email, "/invitation"), "Pim de Wit", PASSWORD);
    await expectNothingFromAxe(agent);
  });

  await test.step("the owner imports a list: what is wrong in it is said before anything is written", async () => {
    const imports = new Imports(provider);
    await imports.bring(LIST);
    await expect(imports.column("Role")).toHaveValue("title");
    await expect(imports.column("E-Mail")).toHaveValue("email");
    await expectNothingFromAxe(provider);
    await imports.run(2);
    await expect(imports.verdictOn("Nobody At All")).toContainText("Refused");
    await expect(imports.verdictOn("hedwig").nth(1)).toContainText("Already yours");
    await expectNothingFromAxe(provider);
  });

  const inbox = new LeadsInbox(merchant);
  let loads = 0;
  await inbox.enter();
  merchant.on("load", () => loads++);

  await test.step("the agent works a prospect with the keyboard and hands it over; the merchant sees it at once", async () => {
    const queue = new Queue(agent);
    await queue.sitDown();
    await queue.pick("Hedwig Almers");
    await expectNothingFromAxe(agent);
    await queue.logMail("Asked for a talk; she answers by Friday.");
    await queue.logCall("Forty cases, paper strips, a leak in spring.", "6");
    await queue.answer("How many show cases are there?", "40");
    await queue.choose("Is there a budget this year?", "Yes");
    await expectNothingFromAxe(agent);
    await queue.handOver("Hedwig Almers", "A leak in spring decided it: she wants an offer before May.");
    await expect(inbox.waiting).toHaveCount(1, { timeout: 1_000 });
    expect(loads, "the open page was not loaded anew").toBe(0);
  });

  await test.step("the merchant accepts with a key: before that a mask, after it a name", async () => {
    await inbox.openFirst();
    await expect(merchant.getByText("Hedwig Almers")).toHaveCount(0);
    await expectNothingFromAxe(merchant);
    await inbox.accept();
    await expect(inbox.lead.getByText("Hedwig Almers")).toBeVisible();
    await expect(inbox.lead.getByRole("link", { name: "hedwig.almers@speicherhaus.example" })).toBeVisible();
    await expectNothingFromAxe(merchant);
  });

  await test.step("the merchant reports the win with its contract; Stripe collects the fee", async () => {
    await inbox.reportWin("30,000.00", CONTRACT);
    const deals = new Deals(merchant);
    await expect(deals.one.getByText("contract.pdf")).toBeVisible();
    await expectNothingFromAxe(merchant);
    await new Billing(merchant).hasPaid("3,600.00");
    await expectNothingFromAxe(merchant);
  });

  await test.step("the hold ends; one person makes the payout, another checks and releases it", async () => {
    await letDaysPass(HOLD_DAYS + 1);
    await new Door(maker).walkInAs("Ines Marlow");
    await expectNothingFromAxe(maker);
    await new Payouts(maker).makeAndSubmit(PROVIDER);
    await expectNothingFromAxe(maker);
    await new Door(checker).walkInAs("Tomasz Ried");
    const payouts = new Payouts(checker);
    await payouts.review(PROVIDER);
    await expectNothingFromAxe(checker);
    await payouts.approveAndRelease();
  });

  await test.step("finance's page tells the whole story", async () => {
    const { one } = new Payouts(checker);
    await expect(one.getByText("Completed")).toBeVisible();
    for (const part of [
      "Lead handed over",
      "2 touches",
      "Speicherhaus Museum",
      "Accepted",
      "by the merchant",
      "Deal confirmed",
      "30,000.00",
      "1 document",
      "Terms v1",
      `Charged to ${MERCHANT}`,
      "3,600.00",
      "Stripe’s fee",
      "debits equal credits",
      "evidence grade C",
      "2,880.00",
    ])
      await expect(one.getByText(part).first(), part).toBeVisible();
    await expect(one.getByText("Starts when the payout is released")).toHaveCount(0);
    await expectNothingFromAxe(checker);
  });

  await test.step("Stripe holds one charge and one transfer, and the books balance with it", async () => {
    await expectOneChargeAndOneTransfer();
    await expectBooksToEqualStripe();
    await new Ledger(checker).isHealthy();
    await expectNothingFromAxe(checker);
  });

  await test.step("the provider sees that it was paid", async () => {
    await provider.goto("/provider/earnings");
    await expect(provider.getByText("2,880.00").first()).toBeVisible();
    await expectNothingFromAxe(provider);
  });
});

/** Exactly the gross was taken from the merchant, and exactly its share was sent to the provider's account. */
async function expectOneChargeAndOneTransfer(): Promise<void> {
  const [found] = await rows<{ customer: string; account: string }>(
    `select (select c.stripe_customer_id from stripe_customer c join organisation o on o.id = c.merchant_id where o.name = $1) as customer,
            (select a.stripe_account_id from payout_account a join organisation o on o.id = a.provider_id where o.name = $2) as account`,
    [MERCHANT, PROVIDER],
  );
  const charges = (await stripeObjects("charge")).filter((charge) => charge.customer === found?.customer);
  const transfers = (await stripeObjects("transfer")).filter((transfer) => transfer.destination === found?.account);
  expect(charges.map(({ amount, currency, status }) => ({ amount, currency, status }))).toEqual([
    { amount: GROSS, currency: "eur", status: "succeeded" },
  ]);
  expect(transfers.map(({ amount, currency }) => ({ amount, currency }))).toEqual([{ amount: SHARE, currency: "eur" }]);
}

/** What the ledger says is at Stripe is at Stripe, in every currency, once all that is under way has been told. */
async function expectBooksToEqualStripe(): Promise<void> {
  await expect
    .poll(
      async () => {
        const held = new Map<string, number>();
        for (const { account, currency, net } of await stripeObjects("balance_transaction"))
          if (account === "platform") held.set(String(currency), (held.get(String(currency)) ?? 0) + Number(net));
        const booked = await rows<{ currency: string; minor: string }>(
          `select currency, sum(debits_minor - credits_minor)::text as minor from ledger_account
           where kind = 'stripe_balance' group by currency`,
        );
        return booked.filter(({ currency, minor }) => Number(minor) !== (held.get(currency) ?? 0));
      },
      { message: "currencies in which the ledger and Stripe differ", timeout: 30_000 },
    )
    .toEqual([]);
}
