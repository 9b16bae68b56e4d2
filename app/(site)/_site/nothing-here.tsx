"use client";
import { LinkButton } from "#app/_ui/button.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { type Locale, langOfLocale } from "#app/_words/locale.ts";
import { Wide } from "./wide.tsx";

type Words = { title: string; text: string; home: string };

/** An address of the site with nothing at it. */
export function NothingHere(props: { words: Record<Locale, Words> }) {
  const { locale } = useViewer();
  const words = props.words[locale];
  return (
    <Wide className="grid justify-items-start gap-3 pt-20">
      <h1 className="font-semibold text-36 tracking-[-.025em]">{words.title}</h1>
      <p className="text-ink-2">{words.text}</p>
      <LinkButton href={`/${langOfLocale(locale)}`} icon="home" size="large" className="mt-2">
        {words.home}
      </LinkButton>
    </Wide>
  );
}
