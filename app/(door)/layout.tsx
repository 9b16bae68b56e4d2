import "#app/globals.css";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Wire } from "#app/_trpc/client.tsx";
import { ask } from "#app/_trpc/server.ts";
import { Document } from "#app/_ui/document.tsx";
import { Logo } from "#app/_ui/logo.tsx";
import { LanguageButton, ThemeMenu } from "#app/_ui/shell/preferences.tsx";
import { langOfLocale } from "#app/_words/locale.ts";
import { PageWords } from "#app/_words/page-words.tsx";
import { pageWords, requestLocale, requestZone } from "#app/_words/request.ts";
import { Strata } from "./strata.tsx";

export const metadata: Metadata = {
  title: { template: "%s · Lode", default: "Lode" },
  robots: { index: false },
  referrer: "no-referrer",
};

export default async function DoorLayout(props: { children: ReactNode }) {
  const [{ now }, locale, zone, t] = await Promise.all([
    ask((lode) => lode.members.atTheDoor()),
    requestLocale(),
    requestZone(),
    pageWords("door"),
  ]);
  return (
    <Document locale={locale} className="flex min-h-dvh flex-col bg-surface!">
      <PageWords locale={locale} zone={zone} now={now} namespaces={["door", "refusals"]}>
        <Wire>
          <header className="mx-auto flex h-16 w-full max-w-[1080px] flex-none items-center gap-1 px-8 phone:h-14 phone:px-5">
            <Link
              href={`/${langOfLocale(locale)}`}
              aria-label={t("home")}
              className="mr-auto flex items-center gap-[9px] font-semibold text-20 tracking-[-.02em]"
            >
              <Logo />
              Lode
            </Link>
            <LanguageButton />
            <ThemeMenu />
          </header>
          <main className="mx-auto w-full max-w-[1080px] flex-1 px-8 pt-10 pb-16 phone:px-5 phone:pt-5 phone:pb-10">
            {props.children}
          </main>
          <Strata says={t("promise")} />
        </Wire>
      </PageWords>
    </Document>
  );
}
