import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ask } from "#app/_trpc/server.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import { Entry } from "#app/(door)/entry.tsx";
import { COUNTRIES } from "#server/members/organisation.ts";
import { homeOf } from "#server/members/session.ts";
import { NextSteps } from "./next-steps.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

const SIDES = ["merchant", "provider"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("door"))("signUp.title") };
}

export default async function SignUpPage(props: { searchParams: Promise<{ side?: string | string[] }> }) {
  const [{ signedIn }, query, locale, t] = await Promise.all([
    ask((lode) => lode.members.atTheDoor()),
    props.searchParams,
    requestLocale(),
    pageWords("door"),
  ]);
  if (signedIn) redirect(homeOf(signedIn));
  const side = SIDES.find((known) => known === query.side);
  if (side)
    return (
      <div className="grid items-start gap-x-24 gap-y-12 desk:grid-cols-[400px_minmax(0,1fr)]">
        <SignUpForm kind={side} countries={countriesIn(locale)} zones={Intl.supportedValuesOf("timeZone")} />
        <NextSteps kind={side} />
      </div>
    );
  return (
    <Entry title={t("signUp.title")} says={t("signUp.choose")}>
      <ul className="grid gap-3">
        {SIDES.map((kind) => (
          <li key={kind}>
            <Link
              href={`/sign-up?side=${kind}`}
              className="flex items-start gap-3 rounded-card border border-line-strong p-4 hover:border-copper-line hover:bg-sunken"
            >
              <Icon name={kind === "merchant" ? "organisation" : "search"} className="mt-0.5 text-copper-mark" />
              <span className="grid flex-1 gap-0.5">
                <span className="font-semibold text-14">{t(`signUp.${kind}`)}</span>
                <span className="text-ink-2">{t(`signUp.${kind}Says`)}</span>
              </span>
              <Icon name="right" className="mt-0.5 text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
      <p className="text-ink-2">
        {t("signUp.or")}{" "}
        <Link href="/sign-in" className="link">
          {t("signUp.signIn")}
        </Link>
      </p>
    </Entry>
  );
}

/** Every country with its name in a language, in that language's order. */
function countriesIn(locale: string) {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const order = new Intl.Collator(locale);
  return COUNTRIES.map((code) => ({ value: code, label: names.of(code) ?? code })).sort((a, b) =>
    order.compare(a.label, b.label),
  );
}
