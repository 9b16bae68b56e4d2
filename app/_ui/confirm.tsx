"use client";
import { type ReactNode, useState, useTransition } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { RefusalNote } from "./refusal.tsx";

/**
 * Asks once before money moves or something is destroyed: what happens, to whom, how much.
 * `run` returns a sentence when the server refuses, which is then shown in place; nothing when it is done.
 */
export function Confirm(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  says?: ReactNode;
  /** What will happen: a KeyValues, a Calculation, a Note, or fields that are needed. */
  children?: ReactNode;
  action: string;
  danger?: boolean;
  run: () => Promise<string | undefined>;
}) {
  const t = useWords("common");
  const [refusal, setRefusal] = useState<string>();
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      const said = await props.run();
      setRefusal(said);
      if (!said) props.onOpenChange(false);
    });
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => {
        setRefusal(undefined);
        props.onOpenChange(open);
      }}
      title={props.title}
      says={props.says}
      foot={
        <>
          <Button size="large" onClick={() => props.onOpenChange(false)}>
            {t("action.cancel")}
          </Button>
          <Button size="large" kind={props.danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
            {props.action}
          </Button>
        </>
      }
    >
      {props.children}
      <RefusalNote>{refusal}</RefusalNote>
    </Dialog>
  );
}
