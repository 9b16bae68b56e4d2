import { createServer } from "node:http";
import Stripe from "stripe";
import { startStripe } from "./server.ts";
import { openValidator } from "./validation.ts";

/** A message that came to a listening address. */
export interface Received {
  path: string;
  signature: string;
  body: string;
}

/** A sandbox under test, the real SDK pointed at it, and an address that listens. */
export type Bench = Awaited<ReturnType<typeof openBench>>;

/** The secrets that the test's addresses were registered with. */
export const SECRETS = { platform: "whsec_platform", connect: "whsec_connect", v2: "whsec_v2" };

const validate = openValidator();

/** Starts a sandbox that only moves when it is told to; every answer is checked against the SDK's own types. */
export async function openBench(options: { file?: string } = {}) {
  const problems: string[] = [];
  const sandbox = await startStripe({
    ...options,
    auto: false,
    onAnswer: (method, path, status, body) => {
      if (status < 400) problems.push(...validate(JSON.parse(body)).map((fault) => `${method} ${path}: ${fault}`));
    },
  });
  const ear = await openEar();
  const emu = (path: string, body: object = {}) => lever(sandbox.url, path, body);
  for (const kind of ["platform", "connect", "v2"] as const) {
    await emu("endpoints", { url: `${ear.url}/${kind}`, secret: SECRETS[kind], kind });
  }
  return {
    url: sandbox.url,
    stripe: sdk(sandbox.port),
    sdk: (key: string, config: Partial<Stripe.StripeConfig> = {}) => sdk(sandbox.port, key, config),
    ear,
    emu,
    drain: () => emu("drain"),
    visit,
    async close() {
      await Promise.all([sandbox.stop(), ear.close()]);
      if (problems.length > 0)
        throw new Error(`Answers that the SDK does not know:\n${[...new Set(problems)].join("\n")}`);
    },
  };
}

function sdk(port: number, key = "sk_test_bench", config: Partial<Stripe.StripeConfig> = {}): Stripe {
  return new Stripe(key, {
    host: "127.0.0.1",
    port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
    ...config,
  });
}

/** Pulls one of the sandbox's own levers. */
export async function lever(url: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/_emu/${path}`, body ? { method: "POST", body: JSON.stringify(body) } : {});
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

/** Opens a hosted page, or sends its form, as a browser would, without following where it leads. */
async function visit(
  url: string,
  form?: Record<string, string>,
): Promise<{ status: number; to: string; text: string }> {
  const sent = form ? { method: "POST", body: new URLSearchParams(form) } : {};
  const response = await fetch(url, { redirect: "manual", ...sent });
  return { status: response.status, to: response.headers.get("location") ?? "", text: await response.text() };
}

async function openEar() {
  const received: Received[] = [];
  const answers = { status: 200 };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ path: request.url ?? "", signature: String(request.headers["stripe-signature"]), body });
      response.writeHead(answers.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answers,
    types: (path: string) => received.filter((one) => one.path === path).map((one) => typeOf(one.body)),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function typeOf(body: string): string {
  return (JSON.parse(body) as { type: string }).type;
}

/** The error an SDK call ends with; a call that goes well is the failure here. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("The call should have been refused.");
}

/** The id in a field that may be written out. */
export function only(field: string | { id: string } | null | undefined): string {
  return typeof field === "string" ? field : (field?.id ?? "");
}

/** A customer with a card that was saved for later. */
export async function customerWithCard(stripe: Stripe, card = "pm_card_visa") {
  const customer = await stripe.customers.create({ email: "merchant@example.com" });
  const intent = await stripe.setupIntents.create({ customer: customer.id, payment_method: card, confirm: true });
  return { customer: customer.id, method: only(intent.payment_method), intent };
}

/** A charge that succeeded; its balance transaction is still to come. */
export async function charged(stripe: Stripe, amount = 10_000, card = "pm_card_visa", more: object = {}) {
  const { customer, method } = await customerWithCard(stripe, card);
  const created = await stripe.paymentIntents.create({
    amount,
    currency: "usd",
    customer,
    payment_method: method,
    ...more,
  });
  const intent = await stripe.paymentIntents.confirm(created.id, { off_session: true });
  return { customer, method, intent, charge: only(intent.latest_charge) };
}

/** A provider's account that finished onboarding. */
export async function provider(bench: Bench, bank = "ok"): Promise<string> {
  const account = await bench.stripe.v2.core.accounts.create({
    contact_email: "provider@example.com",
    display_name: "A provider",
    dashboard: "express",
    identity: { country: "us", entity_type: "individual" },
    configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
    defaults: { currency: "usd", responsibilities: { fees_collector: "application", losses_collector: "application" } },
    include: ["configuration.recipient", "requirements"],
  });
  await bench.emu(`accounts/${account.id}/onboard`, { bank });
  return account.id;
}
