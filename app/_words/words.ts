import { createTranslator } from "use-intl/core";
import enCommon from "./en/common.json" with { type: "json" };
import enDoor from "./en/door.json" with { type: "json" };
import enEvent from "./en/event.json" with { type: "json" };
import enFinance from "./en/finance.json" with { type: "json" };
import enMail from "./en/mail.json" with { type: "json" };
import enMembers from "./en/members.json" with { type: "json" };
import enMerchant from "./en/merchant.json" with { type: "json" };
import enProgram from "./en/program.json" with { type: "json" };
import enProvider from "./en/provider.json" with { type: "json" };
import enRefusals from "./en/refusals.json" with { type: "json" };
import enShell from "./en/shell.json" with { type: "json" };
import enSite from "./en/site.json" with { type: "json" };
import enSorry from "./en/sorry.json" with { type: "json" };
import enState from "./en/state.json" with { type: "json" };
import enTrade from "./en/trade.json" with { type: "json" };
import type { Locale } from "./locale.ts";
import zhCommon from "./zh-CN/common.json" with { type: "json" };
import zhDoor from "./zh-CN/door.json" with { type: "json" };
import zhEvent from "./zh-CN/event.json" with { type: "json" };
import zhFinance from "./zh-CN/finance.json" with { type: "json" };
import zhMail from "./zh-CN/mail.json" with { type: "json" };
import zhMembers from "./zh-CN/members.json" with { type: "json" };
import zhMerchant from "./zh-CN/merchant.json" with { type: "json" };
import zhProgram from "./zh-CN/program.json" with { type: "json" };
import zhProvider from "./zh-CN/provider.json" with { type: "json" };
import zhRefusals from "./zh-CN/refusals.json" with { type: "json" };
import zhShell from "./zh-CN/shell.json" with { type: "json" };
import zhSite from "./zh-CN/site.json" with { type: "json" };
import zhSorry from "./zh-CN/sorry.json" with { type: "json" };
import zhState from "./zh-CN/state.json" with { type: "json" };
import zhTrade from "./zh-CN/trade.json" with { type: "json" };

const en = {
  common: enCommon,
  sorry: enSorry,
  state: enState,
  shell: enShell,
  site: enSite,
  door: enDoor,
  refusals: enRefusals,
  program: enProgram,
  members: enMembers,
  merchant: enMerchant,
  provider: enProvider,
  finance: enFinance,
  event: enEvent,
  mail: enMail,
  trade: enTrade,
};

/** Everything Lode says, by namespace; English fixes which keys exist. */
export type Words = typeof en;
/** A file of words: one workspace, the door, the mails… */
export type Namespace = keyof Words;

declare module "use-intl/core" {
  interface AppConfig {
    Messages: Words;
    Locale: Locale;
  }
}

const zh: Words = {
  common: zhCommon,
  sorry: zhSorry,
  state: zhState,
  shell: zhShell,
  site: zhSite,
  door: zhDoor,
  refusals: zhRefusals,
  program: zhProgram,
  members: zhMembers,
  merchant: zhMerchant,
  provider: zhProvider,
  finance: zhFinance,
  event: zhEvent,
  mail: zhMail,
  trade: zhTrade,
};

/** All words of a language. */
export const words = (locale: Locale): Words => (locale === "zh-CN" ? zh : en);

/** Speaks one namespace in one language, outside React: pages' servers, mails, jobs. */
export function translator<const N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator<Words, N>({ locale, messages: words(locale), namespace });
}
