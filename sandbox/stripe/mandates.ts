import type Stripe from "stripe";
import { unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { newId, type World } from "./world.ts";

/** The owner of a bank account has agreed that it may be debited. */
export function makeMandate(world: World, method: Stripe.PaymentMethod): Stripe.Mandate {
  const known = world.store.list("mandate", { fields: { payment_method: method.id, status: "active" }, limit: 1 })[0];
  if (known) return known;
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

/** The call about mandates. */
export const mandateRoutes = [
  route("GET /v1/mandates/:id", {}, (world, _, id) => {
    const mandate = world.store.find("mandate", id, world.account);
    if (!mandate) throw unknownId("mandate", id);
    return mandate;
  }),
];
