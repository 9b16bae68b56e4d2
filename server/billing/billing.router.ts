import { procedure, router } from "#server/trpc/trpc.ts";
import { AboutCollection } from "./collection.ts";
import { waitingEvents } from "./inbox.ts";
import { myPaymentMethod } from "./my-payment-method.ts";
import { payNow, refreshCollection } from "./pay-now.ts";
import { AboutSetup, SavePaymentMethod } from "./payment-method.ts";
import { refreshSetup } from "./refresh-setup.ts";
import { savePaymentMethod } from "./save-payment-method.ts";
import { AboutSettlement } from "./settlement.ts";
import { mySettlement, oneSettlement, whyThisEarning } from "./settlement-detail.ts";
import { allSettlements, mySettlementSums, mySettlements, SettlementsQuestion } from "./settlement-list.ts";
import { violations } from "./violations.ts";

export const billingRouter = router({
  paymentMethod: procedure("payment-method:read").query(({ ctx }) => myPaymentMethod(ctx.actor)),
  savePaymentMethod: procedure("payment-method:change")
    .input(SavePaymentMethod)
    .mutation(({ ctx, input }) => savePaymentMethod(ctx.actor, input, ctx.caller)),
  refreshSetup: procedure("payment-method:change")
    .input(AboutSetup)
    .mutation(({ ctx, input }) => refreshSetup(ctx.actor, input)),
  payNow: procedure("payment-method:change")
    .input(AboutCollection)
    .mutation(({ ctx, input }) => payNow(ctx.actor, input)),
  refreshCollection: procedure("payment-method:change")
    .input(AboutCollection)
    .mutation(({ ctx, input }) => refreshCollection(ctx.actor, input)),
  mySettlements: procedure("settlement:read")
    .input(SettlementsQuestion)
    .query(({ ctx, input }) => mySettlements(ctx.actor, input)),
  mySettlementSums: procedure("settlement:read").query(({ ctx }) => mySettlementSums(ctx.actor)),
  mySettlement: procedure("settlement:read")
    .input(AboutSettlement)
    .query(({ ctx, input }) => mySettlement(ctx.actor, input)),
  whyThisEarning: procedure("earning:read")
    .input(AboutSettlement)
    .query(({ ctx, input }) => whyThisEarning(ctx.actor, input)),

  settlements: procedure("finance:read")
    .input(SettlementsQuestion)
    .query(({ input }) => allSettlements(input)),
  settlement: procedure("finance:read")
    .input(AboutSettlement)
    .query(({ input }) => oneSettlement(input)),
  health: procedure("finance:read").query(() => violations()),
  waitingEvents: procedure("finance:read").query(() => waitingEvents()),
});
