"use client";
import en from "#app/_words/en/sorry.json";
import type { Locale } from "#app/_words/locale.ts";
import zh from "#app/_words/zh-CN/sorry.json";

/** What a page without words at hand says when it failed; it comes with every page, so it is light. Workspaces use ErrorState. */
export function Sorry(props: { locale: Locale; retry: () => void }) {
  const words = props.locale === "zh-CN" ? zh : en;
  return (
    <div role="alert" lang={props.locale} className="grid max-w-[480px] justify-items-start gap-2 text-14">
      <h1 className="font-semibold text-20">{words.title}</h1>
      <p className="text-ink-2 leading-[1.6]">{words.text}</p>
      <button
        type="button"
        onClick={props.retry}
        className="h-(--control) rounded-control border border-line-strong bg-surface px-3 font-medium hover:bg-hover"
      >
        {words.retry}
      </button>
    </div>
  );
}
