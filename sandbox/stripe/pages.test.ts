import type Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, customerWithCard, only, openBench, refusal } from "./testing.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const SUCCESS = "https://lode.example/done?session_id={CHECKOUT_SESSION_ID}";
const begin = async (more: Partial<Stripe.Checkout.SessionCreateParams> = {}) => {
  const customer = await bench.stripe.customers.create({ email: "<b>merchant</b>@example.com" });
  return bench.stripe.checkout.sessions.create({
    mode: "setup",
    currency: "usd",
    customer: customer.id,
    success_url: SUCCESS,
    cancel_url: "https://lode.example/back",
    setup_intent_data: { metadata: { merchant_id: "m1" } },
    ...more,
  });
};
const choose = (session: Stripe.Checkout.Session, card: string) => bench.visit(session.url ?? "", { card, do: "save" });

describe("the checkout page", () => {
  it("saves a card and leads back with the session's id", async () => {
    const session = await begin();
    const sent = await choose(session, "4242424242424242");
    expect([sent.status, sent.to]).toEqual([303, SUCCESS.replace("{CHECKOUT_SESSION_ID}", session.id)]);
    const done = await bench.stripe.checkout.sessions.retrieve(session.id, { expand: ["setup_intent"] });
    expect(done).toMatchObject({
      status: "complete",
      payment_status: "no_payment_required",
      setup_intent: { status: "succeeded", metadata: { merchant_id: "m1" } },
    });
    const methods = await bench.stripe.customers.listPaymentMethods(only(session.customer));
    expect(methods.data[0]?.card?.last4).toBe("4242");
  });

  it("has a label on every choice, and shows nothing unescaped", async () => {
    const session = await begin();
    const { text } = await bench.visit(session.url ?? "");
    expect(text).toContain("&lt;b&gt;merchant&lt;/b&gt;@example.com");
    expect(text).not.toContain("<b>merchant");
    expect(text.match(/<input type="radio"/g)?.length).toBe(text.match(/<label class="choice">/g)?.length);
    expect(text).toMatch(
      /<html lang="en">[\s\S]*<legend>Test card<\/legend>[\s\S]*<button name="do" value="save">Save</,
    );
  });

  it("says why a card was refused, and lets the person choose another", async () => {
    const session = await begin();
    const refused = await choose(session, "4000000000000002");
    expect(refused.text).toContain('role="alert">Your card was declined.');
    expect((await choose(session, "4242424242424242")).status).toBe(303);
    await bench.drain();
    expect(bench.ear.types("/platform")).toEqual(
      expect.arrayContaining(["setup_intent.setup_failed", "setup_intent.succeeded", "checkout.session.completed"]),
    );
  });

  it("asks the bank first when the card wants it", async () => {
    const session = await begin();
    const asked = await choose(session, "4000002500003155");
    expect(asked.to).toContain("/3ds/seti_");
    const refused = await bench.visit((await bench.visit(asked.to, { outcome: "fail" })).to);
    expect(refused.text).toContain("did not confirm");
    const again = await choose(session, "4000002500003155");
    const passed = await bench.visit((await bench.visit(again.to, { outcome: "pass" })).to);
    expect(passed.to).toBe(SUCCESS.replace("{CHECKOUT_SESSION_ID}", session.id));
  });
});

describe("a checkout session", () => {
  it("takes a payment, too", async () => {
    const price_data = { currency: "usd", unit_amount: 2_500, product_data: { name: "Fee" } };
    const session = await begin({
      mode: "payment",
      line_items: [{ quantity: 2, price_data }],
      setup_intent_data: undefined as never,
    });
    await choose(session, "4242424242424242");
    const done = await bench.stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
    expect(done).toMatchObject({ payment_status: "paid", payment_intent: { amount: 5_000, status: "succeeded" } });
  });

  it("is closed once it was used, left or expired", async () => {
    const used = await begin();
    await choose(used, "4242424242424242");
    expect((await bench.visit(used.url ?? "")).text).toContain("All done");
    const left = await begin();
    expect((await bench.visit(left.url ?? "", { do: "cancel" })).to).toBe("https://lode.example/back");
    await bench.emu("clock", { advance_ms: 86_400_000 });
    await bench.drain();
    expect((await bench.stripe.checkout.sessions.retrieve(left.id)).status).toBe("expired");
    expect((await bench.visit(left.url ?? "")).status).toBe(410);
  });
});

describe("the bank's page", () => {
  const askOwner = async () => {
    const { customer } = await customerWithCard(bench.stripe);
    const method = await bench.stripe.paymentMethods.attach("pm_card_authenticationRequired", { customer });
    const made = await bench.stripe.paymentIntents.create({ amount: 1_000, currency: "usd", customer });
    const away = bench.stripe.paymentIntents.confirm(made.id, { payment_method: method.id, off_session: true });
    expect((await refusal(away)).code).toBe("authentication_required");
    const intent = await bench.stripe.paymentIntents.confirm(made.id, {
      payment_method: method.id,
      off_session: false,
      return_url: "https://lode.example/sca?token=t",
    });
    return { id: made.id, url: intent.next_action?.redirect_to_url?.url ?? "" };
  };

  it("lets the same payment succeed when its owner confirms", async () => {
    const { id, url } = await askOwner();
    const back = new URL((await bench.visit(url, { outcome: "pass" })).to);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      token: "t",
      payment_intent: id,
      redirect_status: "succeeded",
    });
    expect((await bench.stripe.paymentIntents.retrieve(id)).status).toBe("succeeded");
    expect((await bench.visit(url)).status).toBe(410);
  });

  it("takes no for an answer, and the payment can be tried again", async () => {
    const { id, url } = await askOwner();
    expect((await bench.visit(url, { outcome: "fail" })).to).toContain("redirect_status=failed");
    const intent = await bench.stripe.paymentIntents.retrieve(id);
    expect(intent).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "payment_intent_authentication_failure" },
    });
  });
});

describe("the onboarding page", () => {
  const link = async () => {
    const account = await bench.stripe.v2.core.accounts.create({
      display_name: "Ada & Co",
      identity: { country: "us" },
      configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
    });
    const account_onboarding = {
      refresh_url: "https://lode.example/again",
      return_url: "https://lode.example/onboarded",
    };
    const made = await bench.stripe.v2.core.accountLinks.create({
      account: account.id,
      use_case: { type: "account_onboarding", account_onboarding },
    });
    return { account: account.id, url: made.url };
  };
  const statusOf = async (id: string) => {
    const account = await bench.stripe.v2.core.accounts.retrieve(id, { include: ["configuration.recipient"] });
    const { stripe_transfers, payouts } = account.configuration?.recipient?.capabilities?.stripe_balance ?? {};
    return [stripe_transfers?.status, payouts?.status];
  };

  it("lets somebody finish, and tells it by thin events and the older one", async () => {
    const { account, url } = await link();
    expect((await bench.visit(url)).text).toContain("Ada &amp; Co");
    expect((await bench.visit(url, { bank: "ok", do: "finish" })).to).toBe("https://lode.example/onboarded");
    expect(await statusOf(account)).toEqual(["active", "active"]);
    await bench.drain();
    expect(bench.ear.types("/v2")).toContain("v2.core.account[configuration.recipient].capability_status_updated");
    expect(bench.ear.types("/connect")).toContain("account.updated");
  });

  it("works once, and for ten minutes", async () => {
    const once = await link();
    await bench.visit(once.url, { do: "leave", bank: "ok" });
    expect((await bench.visit(once.url)).to).toBe("https://lode.example/again");
    expect(await statusOf(once.account)).toEqual(["restricted", "restricted"]);
    const late = await link();
    await bench.emu("clock", { advance_ms: 601_000 });
    expect((await bench.visit(late.url)).to).toBe("https://lode.example/again");
  });

  it("leaves an account restricted whose owner fails the check", async () => {
    const { account, url } = await link();
    await bench.visit(url, { bank: "ok", do: "restrict" });
    expect(await statusOf(account)).toEqual(["restricted", "restricted"]);
  });
});
