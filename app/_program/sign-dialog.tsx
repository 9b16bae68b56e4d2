"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { EnrolmentId } from "#server/programs/enrolment.ts";
import type { TermsVersionId } from "#server/programs/terms.ts";

type Version = {
  readonly id: string;
  readonly version: number;
  readonly text: string | null;
  readonly textHash: string | null;
};

/** The button to a terms version's text and the signature under it. */
export function SignTerms(props: { enrolmentId: string; terms: Version; primary: boolean }) {
  const t = useWords("program");
  const common = useWords("common");
  const trpc = useTRPC();
  const tell = useToast();
  const [open, setOpen] = useState(false);
  const { act, pending, refusal } = useAct(trpc.programs.sign.mutationOptions());
  const { id, version, text, textHash } = props.terms;
  const sign = async () => {
    const done = await act({
      enrolmentId: props.enrolmentId as EnrolmentId,
      termsVersionId: id as TermsVersionId,
      textHash: textHash ?? "",
    });
    if (!done) return;
    setOpen(false);
    tell(t("sign.done", { version }));
  };
  return (
    <>
      <Button size="large" kind={props.primary ? "primary" : "plain"} icon="edit" kbd="s" onClick={() => setOpen(true)}>
        {t("sign.open", { version })}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        wide
        title={t("sign.title", { version })}
        says={t("sign.says")}
        foot={
          <>
            <Button size="large" onClick={() => setOpen(false)}>
              {common("action.cancel")}
            </Button>
            <Button size="large" kind="primary" icon="edit" pending={pending} onClick={sign}>
              {t("sign.do")}
            </Button>
          </>
        }
      >
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard.
          tabIndex={0}
          aria-label={t("sign.text")}
          lang="en"
          className="max-h-[44vh] overflow-auto whitespace-pre-line rounded-control border border-line bg-sunken p-4 leading-[1.7]"
        >
          {text}
        </section>
        <p className="text-12 text-ink-3 wrap-anywhere">
          {t("sign.hash")} <span className="font-mono">{textHash}</span>
        </p>
        <RefusalNote>{refusal}</RefusalNote>
      </Dialog>
    </>
  );
}
