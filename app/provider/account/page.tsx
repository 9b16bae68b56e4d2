import type { Metadata } from "next";
import type { Answers } from "#app/_trpc/answers.ts";
import { ask } from "#app/_trpc/server.ts";
import { Card } from "#app/_ui/card.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import { PROVIDER_COUNTRIES } from "#server/members/organisation.ts";
import { may } from "#server/members/rights.ts";

import { Connect } from "./connect.tsx";
import { Returned } from "./returned.tsx";

type Account = NonNullable<Answers["payouts"]["account"]["account"]>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.account") };
}

/** Where the provider is paid: its account at Stripe, and what Stripe still asks for. */
export default async function AccountPage(props: { searchParams: Promise<{ stripe?: string }> }) {
  const { stripe } = await props.searchParams;
  const [t, shell, locale, me, { account, homeCountry }] = await Promise.all([
    pageWords("provider"),
    pageWords("shell"),
    requestLocale(),
    ask((lode) => lode.members.me()),
    ask((lode) => lode.payouts.account()),
  ]);
  const mayChange = may(me, "payout-account:change");
  const region = new Intl.DisplayNames(locale, { type: "region" });
  const countries = PROVIDER_COUNTRIES.map((code) => ({ value: code, label: region.of(code) ?? code })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
  const state = stateOf(account);
  return (
    <Room>
      <TopBar title={shell("room.account")} badge={<StateBadge object="account" state={state} />} />
      <RoomBody narrow>
        {mayChange && account && stripe === "returned" && <Returned />}
        <Card title={t("account.title")}>
          <p className="text-ink-2">{t("account.says")}</p>
          {account && <Standing account={account} state={state} />}
          {mayChange ? (
            <Connect
              countries={countries}
              homeCountry={account?.country ?? homeCountry}
              isKnown={account?.isKnownToStripe === true && !account.closed}
              isReady={account?.ready === true}
              url={account?.onboardingUrl ?? null}
              isAgain={stripe === "again"}
            />
          ) : (
            <p className="text-12 text-ink-3">{t("account.ownerOnly")}</p>
          )}
        </Card>
        {account?.isKnownToStripe && (
          <Card>
            <KeyValues
              ruled
              wide
              rows={[
                { key: t("account.place"), value: region.of(account.country) ?? account.country },
                {
                  key: t("account.transfers"),
                  value: t(account.transfersCapability === "active" ? "account.active" : "account.inactive"),
                },
                {
                  key: t("account.payouts"),
                  value: t(account.payoutsCapability === "active" ? "account.active" : "account.inactive"),
                },
                ...(account.readAt ? [{ key: t("account.read"), value: <Instant at={account.readAt} /> }] : []),
              ]}
            />
          </Card>
        )}
      </RoomBody>
    </Room>
  );
}

type State = "none" | "pending" | "action_required" | "active" | "restricted";

function stateOf(account: Account | null): State {
  if (!account || account.closed || !account.isKnownToStripe) return "none";
  if (account.ready) return "active";
  const words = [account.transfersCapability, account.payoutsCapability];
  if (account.requirements.length > 0) return "action_required";
  return words.includes("restricted") || words.includes("rejected") ? "restricted" : "pending";
}

/** Whether money can be sent, and if not, what is missing. */
async function Standing({ account, state }: { account: Account; state: State }) {
  const t = await pageWords("provider");
  if (state === "none") return null;
  if (state === "active")
    return (
      <Note hue="malachite">
        <b className="font-semibold">{t("account.ready")}</b>
        <p>{t("account.readySays")}</p>
      </Note>
    );
  if (state === "pending") return <Note hue="azurite">{t("account.pending")}</Note>;
  if (state === "restricted") return <Note hue="cinnabar">{t("account.restricted")}</Note>;
  return (
    <Note hue="sulphur">
      <b className="font-semibold">{t("account.notReady")}</b>
      <ul className="mt-1 list-disc pl-4" aria-label={t("account.requirements")}>
        {account.requirements.map((requirement) => (
          <li key={requirement}>{requirement.replaceAll(/[._]/g, " ")}</li>
        ))}
      </ul>
    </Note>
  );
}
