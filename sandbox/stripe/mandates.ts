import type Stripe from "stripe";
import { emit } from "./events.ts";
import { invalid, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { newId, type World } from "./world.ts";

/** The owner of a bank account has agreed that it may be debited. */
export function makeMandate(world: World, method: Stripe.PaymentMethod): Stripe.Mandate {
  const known = world.store.list("mandate", { fields: { payment_method: method.id, status: "active" }, limit: 1 })[0];
  if (known) return known;
  const withdrawn = world.store.list("mandate", {
    fields: { payment_method: method.id, status: "inactive" },
    limit: 1,
  });
  if (withdrawn.length > 0) {
    throw invalid("The provided mandate is invalid and can not be used for the payment intent.", {
      code: "payment_intent_mandate_invalid",
    });
  }
  const id = newId(world.store, "mandate_");
  const details =
    method.type === "sepa_debit"
      ? { sepa_debit: { reference: id.slice(-10).toUpperCase(), url: `${world.url}/mandates/${id}` } }
      : { us_bank_account: {} };
  const mandate: Stripe.Mandate = {
    id,
    object: "mandate",
    customer_acceptance: {
      accepted_at: world.now,
      type: "online",
      online: { ip_address: "127.0.0.1", user_agent: "sandbox" },
    },
    livemode: false,
    multi_use: {},
    payment_method: method.id,
    payment_method_details: { type: method.type, ...details },
    status: "active",
    type: "multi_use",
  };
  return world.store.add("mandate", mandate, world.account);
}

/** A bank account that was taken away may no longer be debited. */
export function endMandates(world: World, method: string): void {
  for (const before of world.store.list("mandate", { fields: { payment_method: method, status: "active" } })) {
    emit(world, "mandate.updated", world.store.save<Stripe.Mandate>({ ...before, status: "inactive" }), before);
  }
}

/** The call about mandates. */
export const mandateRoutes = [
  route("GET /v1/mandates/:id", {}, (world, _, id) => {
    const mandate = world.store.find("mandate", id, world.account);
    if (!mandate) throw unknownId("mandate", id);
    return mandate;
  }),
];
