"use client";
import type { ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import { ViewerProvider } from "#app/_ui/viewer.tsx";
import type { Locale } from "./locale.ts";
import type { Words } from "./words.ts";

/** Puts words, language, zone and the server's time within reach of client components. Pages use PageWords. */
export function WordsProvider(props: {
  locale: Locale;
  messages: Partial<Words>;
  zone: string;
  now: number;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={props.locale} messages={props.messages as Words} timeZone={props.zone}>
      <ViewerProvider locale={props.locale} zone={props.zone} now={props.now}>
        {props.children}
      </ViewerProvider>
    </IntlProvider>
  );
}
