import type { ReactNode } from "react";
import type { Locale } from "./locale.ts";
import { WordsProvider } from "./provider.tsx";
import { type Namespace, words } from "./words.ts";

/** Gives a page's client components the namespaces they need, and no others; common, state and shell come along. */
export function PageWords(props: {
  locale: Locale;
  /** The viewer's IANA zone, from `requestZone()`. */
  zone: string;
  /** The server's now, so that clocks agree with it. */
  now: Date;
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  const all = words(props.locale);
  const names: readonly Namespace[] = ["common", "state", "shell", ...props.namespaces];
  const messages = Object.fromEntries(names.map((name) => [name, all[name]]));
  return (
    <WordsProvider locale={props.locale} messages={messages} zone={props.zone} now={props.now.getTime()}>
      {props.children}
    </WordsProvider>
  );
}
