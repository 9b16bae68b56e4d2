"use client";
import { useWords } from "#app/_words/use-words.ts";
import { LinkButton } from "./button.tsx";

/** Newer and older pages of a keyset list; a missing address means that there is no such page. */
export function Pagination(props: { newerHref?: string | null | undefined; olderHref?: string | null | undefined }) {
  const t = useWords("common");
  if (!props.newerHref && !props.olderHref) return null;
  return (
    <nav aria-label={t("page.label")} className="flex items-center justify-end gap-2 px-4 py-3">
      {props.newerHref && (
        <LinkButton href={props.newerHref} icon="left" rel="prev">
          {t("page.newer")}
        </LinkButton>
      )}
      {props.olderHref && (
        <LinkButton href={props.olderHref} icon="right" rel="next" className="flex-row-reverse">
          {t("page.older")}
        </LinkButton>
      )}
    </nav>
  );
}
