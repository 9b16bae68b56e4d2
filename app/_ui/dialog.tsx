"use client";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { Button } from "./button.tsx";
import { Scroller } from "./scroller.tsx";

/** Something that must be answered before going on: a centred dialog, on a phone a sheet at the foot. */
export function Dialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One sentence under the title. */
  says?: ReactNode;
  children?: ReactNode;
  foot?: ReactNode;
  wide?: boolean;
}) {
  const t = useWords("common");
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          {...(props.says ? {} : { "aria-describedby": undefined })}
          className={`-translate-x-1/2 fixed top-[14vh] left-1/2 z-50 flex max-h-[76vh] ${props.wide ? "w-[640px]" : "w-[460px]"} max-w-[calc(100vw-32px)] flex-col rounded-card bg-raised shadow-pop outline-none phone:inset-x-0 phone:top-auto phone:bottom-0 phone:left-0 phone:max-h-[88dvh] phone:w-full phone:max-w-none phone:translate-x-0 phone:rounded-b-none! phone:rounded-t-sheet`}
        >
          <header className="flex flex-none items-start gap-2 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold text-16 leading-[1.3]">{props.title}</Radix.Title>
              {props.says && <Radix.Description className="mt-1 text-ink-2">{props.says}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <Button kind="ghost" icon="cross" aria-label={t("action.close")} className="-mt-0.5 -mr-2" />
            </Radix.Close>
          </header>
          <Scroller className="grid flex-1 content-start gap-4 px-5 pt-1 pb-5">{props.children}</Scroller>
          {props.foot && (
            <footer className="flex flex-none flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3 phone:pb-[calc(14px+env(safe-area-inset-bottom))] phone:*:flex-1">
              {props.foot}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
