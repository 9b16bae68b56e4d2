import { PageInput } from "#server/kernel/page.ts";
import { clock } from "#server/platform/clock.ts";
import { procedure, router } from "#server/trpc/trpc.ts";
import { approvePayout } from "./approve-payout.ts";
import { cancelPayout } from "./cancel-payout.ts";
import { connectPayoutAccount } from "./connect-payout-account.ts";
import { HoldBackEarning, LetEarningGo } from "./earning.ts";
import { holdBackEarning } from "./hold-back-earning.ts";
import { letEarningGo } from "./let-earning-go.ts";
import { makePayout } from "./make-payout.ts";
import { AboutEarning, EarningsQuestion, myEarning, myEarningSums, myEarnings, myForecast } from "./my-earnings.ts";
import { myPayoutAccount } from "./my-payout-account.ts";
import { myPayouts } from "./my-payouts.ts";
import { AboutPayout, CancelPayout, MakePayout, SeenPayout, TakeLineOut } from "./payout.ts";
import { ConnectPayoutAccount } from "./payout-account.ts";
import { payoutDetail } from "./payout-detail.ts";
import { PayoutsQuestion, payable, payoutList } from "./payout-list.ts";
import { refreshPayoutAccount } from "./refresh-payout-account.ts";
import { releasePayout } from "./release-payout.ts";
import { retryPayout } from "./retry-payout.ts";
import { stoppedEarnings } from "./stopped-earnings.ts";
import { submitPayout } from "./submit-payout.ts";
import { takeLineOut } from "./take-line-out.ts";

export const payoutsRouter = router({
  account: procedure("payout-account:read").query(({ ctx }) => myPayoutAccount(ctx.actor)),
  connectAccount: procedure("payout-account:change")
    .input(ConnectPayoutAccount)
    .mutation(({ ctx, input }) => connectPayoutAccount(ctx.actor, input)),
  refreshAccount: procedure("payout-account:change").mutation(({ ctx }) => refreshPayoutAccount(ctx.actor)),
  myEarnings: procedure("earning:read")
    .input(EarningsQuestion)
    .query(({ ctx, input }) => myEarnings(ctx.actor, input)),
  myEarning: procedure("earning:read")
    .input(AboutEarning)
    .query(({ ctx, input }) => myEarning(ctx.actor, input)),
  myEarningSums: procedure("earning:read").query(({ ctx }) => myEarningSums(ctx.actor)),
  myForecast: procedure("earning:read").query(async ({ ctx }) => myForecast(ctx.actor, await clock.now())),
  myPayouts: procedure("earning:read")
    .input(PageInput)
    .query(({ ctx, input }) => myPayouts(ctx.actor, input)),

  list: procedure("payout:read")
    .input(PayoutsQuestion)
    .query(({ input }) => payoutList(input)),
  payable: procedure("payout:read").query(() => payable()),
  one: procedure("payout:read")
    .input(AboutPayout)
    .query(({ ctx, input }) => payoutDetail(ctx.actor, input)),
  stopped: procedure("payout:read")
    .input(PageInput)
    .query(({ input }) => stoppedEarnings(input)),
  make: procedure("payout:make")
    .input(MakePayout)
    .mutation(({ ctx, input }) => makePayout(ctx.actor, input)),
  submit: procedure("payout:make")
    .input(AboutPayout)
    .mutation(({ ctx, input }) => submitPayout(ctx.actor, input)),
  cancel: procedure("payout:make")
    .input(CancelPayout)
    .mutation(({ ctx, input }) => cancelPayout(ctx.actor, input)),
  takeLineOut: procedure("payout:make")
    .input(TakeLineOut)
    .mutation(({ ctx, input }) => takeLineOut(ctx.actor, input)),
  holdBack: procedure("payout:approve")
    .input(HoldBackEarning)
    .mutation(({ ctx, input }) => holdBackEarning(ctx.actor, input)),
  letGo: procedure("payout:approve")
    .input(LetEarningGo)
    .mutation(({ ctx, input }) => letEarningGo(ctx.actor, input)),
  approve: procedure("payout:approve")
    .input(SeenPayout)
    .mutation(({ ctx, input }) => approvePayout(ctx.actor, input)),
  release: procedure("payout:approve")
    .input(SeenPayout)
    .mutation(({ ctx, input }) => releasePayout(ctx.actor, input)),
  retry: procedure("payout:approve")
    .input(AboutPayout)
    .mutation(({ ctx, input }) => retryPayout(ctx.actor, input)),
});
