import type { Actor } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";

type Step<Key extends string> = { readonly key: Key; readonly done: boolean };

const step = <Key extends string>(key: Key, count: number): Step<Key> => ({ key, done: count > 0 });

/** What a new merchant does first, and what of it is done. */
export async function merchantSteps({ organisationId: merchantId }: Actor) {
  const [programs, methods, published, approved, decided] = await Promise.all([
    db.program.count({ where: { merchantId } }),
    db.paymentMethod.count({ where: { merchantId, endedAt: null } }),
    db.program.count({ where: { merchantId, publishedAt: { not: null } } }),
    db.enrolment.count({ where: { merchantId, status: { in: ["approved", "suspended", "ended"] } } }),
    db.lead.count({ where: { merchantId, status: { not: "submitted" } } }),
  ]);
  return [
    step("program", programs),
    step("paymentMethod", methods),
    step("publish", published),
    step("provider", approved),
    step("decide", decided),
  ];
}

/** What a new provider does first, and what of it is done. */
export async function providerSteps({ organisationId: providerId }: Actor) {
  const [accounts, applied, signed, prospects, leads] = await Promise.all([
    db.payoutAccount.count({ where: { providerId, closedAt: null, stripeAccountId: { not: null } } }),
    db.enrolment.count({ where: { providerId } }),
    db.signature.count({ where: { organisationId: providerId } }),
    db.prospect.count({ where: { providerId } }),
    db.lead.count({ where: { providerId } }),
  ]);
  return [
    step("account", accounts),
    step("apply", applied),
    step("sign", signed),
    step("import", prospects),
    step("handOver", leads),
  ];
}
