/** An id as people say it to each other: `PO-4F2A1C`. The whole one is in the address. */
export const shortId = (kind: string, id: string): string => `${kind}-${id.slice(-6).toUpperCase()}`;

/** A Stripe id with its middle left out, for a line of facts. */
export const briefly = (stripeId: string): string =>
  stripeId.length > 16 ? `${stripeId.slice(0, 8)}…${stripeId.slice(-4)}` : stripeId;
