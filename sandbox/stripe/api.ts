import { accountLinkRoutes } from "./account-links.ts";
import { accountRoutes } from "./accounts.ts";
import { balanceRoutes } from "./balance.ts";
import { balanceSettingsRoutes } from "./balance-settings.ts";
import { balanceTransactionRoutes } from "./balance-transactions.ts";
import { chargeRoutes } from "./charges.ts";
import { checkoutRoutes } from "./checkout.ts";
import { checkoutDoors } from "./checkout-doors.ts";
import { connectDoors } from "./connect-doors.ts";
import { customerRoutes } from "./customers.ts";
import { disputeRoutes } from "./disputes.ts";
import type { Door } from "./doors.ts";
import { eventRoutes } from "./event-routes.ts";
import { mandateRoutes } from "./mandates.ts";
import { paymentIntentRoutes } from "./payment-intents.ts";
import { paymentMethodRoutes } from "./payment-method-routes.ts";
import { payoutRoutes } from "./payouts.ts";
import { refundRoutes } from "./refunds.ts";
import type { Route } from "./router.ts";
import { setupIntentRoutes } from "./setup-intents.ts";
import { topupRoutes } from "./topups.ts";
import { transferReversalRoutes } from "./transfer-reversals.ts";
import { transferRoutes } from "./transfers.ts";

/** Every call the sandbox answers; fixed words come before ids in the same place. */
export const routes: readonly Route[] = [
  ...customerRoutes,
  ...paymentMethodRoutes,
  ...setupIntentRoutes,
  ...checkoutRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...mandateRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...transferRoutes,
  ...transferReversalRoutes,
  ...topupRoutes,
  ...payoutRoutes,
  ...balanceRoutes,
  ...balanceSettingsRoutes,
  ...balanceTransactionRoutes,
  ...accountRoutes,
  ...accountLinkRoutes,
  ...eventRoutes,
];

/** Every page a person can be sent to. */
export const doors: readonly Door[] = [...checkoutDoors, ...connectDoors];
