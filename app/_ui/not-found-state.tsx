"use client";
import { useWords } from "#app/_words/use-words.ts";
import { LinkButton } from "./button.tsx";

/** What a `not-found.tsx` of a workspace shows; another organisation's thing looks the same as none. */
export function NotFoundState(props: { homeHref: string }) {
  const t = useWords("common");
  return (
    <div className="grid max-w-[520px] justify-items-start gap-2 p-6">
      <h1 className="font-semibold text-16">{t("notFound.title")}</h1>
      <p className="text-ink-2">{t("notFound.text")}</p>
      <LinkButton href={props.homeHref} icon="home" className="mt-2">
        {t("notFound.home")}
      </LinkButton>
    </div>
  );
}
