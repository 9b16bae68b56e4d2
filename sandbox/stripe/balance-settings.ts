import type Stripe from "stripe";
import { emit } from "./events.ts";
import { isFields } from "./form.ts";
import type { Parsed } from "./params.ts";
import { invalid } from "./refusal.ts";
import { route } from "./router.ts";
import { PLATFORM, type World } from "./world.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const UPDATE = {
  payments: {
    debit_negative_balances: "flag",
    payouts: {
      minimum_balance_by_currency: "any",
      schedule: {
        interval: ["daily", "manual", "monthly", "weekly"],
        monthly_payout_days: "any",
        weekly_payout_days: "texts",
      },
      statement_descriptor: "text",
    },
    settlement_timing: { delay_days_override: "integer" },
  },
} as const;

/** How an account's money is paid out to its bank. */
export function settingsOf(world: World): Stripe.BalanceSettings {
  const kept = world.store.setting(`balance_settings:${world.account}`);
  if (kept) return JSON.parse(kept) as Stripe.BalanceSettings;
  return {
    object: "balance_settings",
    payments: {
      debit_negative_balances: world.account !== PLATFORM,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: null,
        // The platform pays itself only when told to: it holds other people's money.
        schedule: { interval: world.account === PLATFORM ? "manual" : "daily" },
        statement_descriptor: null,
        status: "enabled",
      },
      settlement_timing: { delay_days: 2, start_of_day: null },
    },
  };
}

/** The least that automatic payouts leave on an account's balance. */
export function minimumBalance(world: World, currency: string): number {
  return settingsOf(world).payments.payouts?.minimum_balance_by_currency?.[currency] ?? 0;
}

function update(world: World, { payments = {} }: Parsed<typeof UPDATE>): Stripe.BalanceSettings {
  const before = settingsOf(world);
  const payouts = before.payments.payouts;
  const wish = payments.payouts;
  const minimum = wish?.minimum_balance_by_currency;
  const delay = payments.settlement_timing?.delay_days_override;
  const after: Stripe.BalanceSettings = {
    object: "balance_settings",
    payments: {
      debit_negative_balances: payments.debit_negative_balances ?? before.payments.debit_negative_balances,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: isFields(minimum)
          ? { ...payouts?.minimum_balance_by_currency, ...amountsOf(minimum) }
          : (payouts?.minimum_balance_by_currency ?? null),
        schedule: scheduleOf(wish?.schedule) ?? payouts?.schedule ?? null,
        statement_descriptor: wish?.statement_descriptor ?? payouts?.statement_descriptor ?? null,
        status: "enabled",
      },
      settlement_timing: {
        delay_days: delay ?? before.payments.settlement_timing.delay_days,
        ...(delay === undefined ? {} : { delay_days_override: delay }),
        start_of_day: null,
      },
    },
  };
  world.store.set(`balance_settings:${world.account}`, JSON.stringify(after));
  emit(world, "balance_settings.updated", after, before);
  return after;
}

type Schedule = Stripe.BalanceSettings.Payments.Payouts.Schedule;

function scheduleOf(
  wish: { interval?: Schedule["interval"]; weekly_payout_days?: string[] } | undefined,
): Schedule | undefined {
  if (!wish) return undefined;
  if (wish.interval !== "weekly") return { interval: wish.interval ?? "daily" };
  const days = wish.weekly_payout_days ?? [];
  if (days.length === 0 || days.some((day) => !WEEKDAYS.includes(day))) {
    throw invalid("Give the days of the week when interval is weekly.", { param: "payments[payouts][schedule]" });
  }
  return { interval: "weekly", weekly_payout_days: days };
}

function amountsOf(given: { [currency: string]: unknown }): Record<string, number> {
  return Object.fromEntries(Object.entries(given).map(([currency, amount]) => [currency, Number(amount)]));
}

/** The calls about how money is paid out. */
export const balanceSettingsRoutes = [
  route("GET /v1/balance_settings", {}, (world) => settingsOf(world)),
  route("POST /v1/balance_settings", UPDATE, update),
];
