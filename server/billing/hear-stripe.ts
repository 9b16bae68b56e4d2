import { clock } from "#server/platform/clock.ts";
import { errorFacts, log } from "#server/platform/log.ts";
import { hintOf, MAX_WEBHOOK_BYTES } from "#server/platform/stripe-signature.ts";
import { receiveStripeEvent } from "./receive-stripe-event.ts";
import { Endpoint } from "./stripe-event.ts";

/** Somebody knocks at one of Stripe's doors. Only what Stripe signed for that door comes in; 200 means it is kept. */
export async function hearStripe(door: string, request: Request): Promise<Response> {
  const endpoint = Endpoint.safeParse(door);
  if (!endpoint.success) return new Response(null, { status: 404 });
  const body = await readBody(request);
  if (body === null) return new Response(null, { status: 413 });
  try {
    const hint = hintOf(endpoint.data, body, request.headers.get("stripe-signature"), await clock.now());
    if (!hint) return new Response(null, { status: 400 });
    await receiveStripeEvent(endpoint.data, hint, JSON.parse(body));
    return new Response(null, { status: 200 });
  } catch (error) {
    // Not kept: Stripe tells it again.
    log.error("a message of Stripe's could not be kept", { endpoint: endpoint.data, ...errorFacts(error) });
    return new Response(null, { status: 500 });
  }
}

/** The body as it was signed; null when it is longer than anything Stripe sends. */
async function readBody(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_WEBHOOK_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
