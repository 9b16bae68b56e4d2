import { hearStripe } from "#server/billing/hear-stripe.ts";

/** Stripe's messages come in here: `platform`, `connect` and `v2`, each with a secret of its own. */
export async function POST(request: Request, { params }: { params: Promise<{ endpoint: string }> }): Promise<Response> {
  const { endpoint } = await params;
  return hearStripe(endpoint, request);
}
