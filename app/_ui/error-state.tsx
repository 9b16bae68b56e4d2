"use client";
import { useWords } from "#app/_words/use-words.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** What an `error.tsx` shows: what is wrong, that nothing was lost, and a way to try again. Never a stack trace. */
export function ErrorState(props: { digest?: string | undefined; retry: () => void }) {
  const t = useWords("common");
  return (
    <div role="alert" className="hue-cinnabar m-5 grid max-w-[520px] gap-2 rounded-card bg-hue-bg p-5">
      <h1 className="flex items-center gap-2 font-semibold text-16 text-hue-fg">
        <Icon name="warning" />
        {t("error.title")}
      </h1>
      <p className="leading-[1.6]">{props.digest ? t("error.text", { digest: props.digest }) : t("error.plain")}</p>
      <div>
        <Button icon="refresh" onClick={props.retry}>
          {t("action.retry")}
        </Button>
      </div>
    </div>
  );
}
