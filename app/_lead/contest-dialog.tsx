"use client";
import { type FormEvent, useId } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { type DealId, MAX_NOTE_LENGTH, MIN_REASON_LENGTH, type Side } from "#server/deals/deal.ts";

type Props = { dealId: DealId; side: Side; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks why a reported deal, or its value, is wrong; a person at Lode then looks at both sides. */
export function ContestDialog({ dealId, side, open, onOpenChange }: Props) {
  const t = useWords("trade");
  const common = useWords("common");
  const trpc = useTRPC();
  const tell = useToast();
  const form = useId();
  const contest = useAct(trpc.deals.contest.mutationOptions());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason"));
    if (!(await contest.act({ dealId, reason }))) return;
    onOpenChange(false);
    tell(t("contest.done"));
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`contest.title.${side}`)}
      says={t(`contest.says.${side}`)}
      foot={
        <>
          <Button size="large" onClick={() => onOpenChange(false)}>
            {common("action.cancel")}
          </Button>
          <Button size="large" kind="danger" type="submit" form={form} pending={contest.pending}>
            {t("contest.do")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={t("contest.reason")} hint={t("contest.hint")} error={contest.refusal}>
          <Textarea name="reason" required minLength={MIN_REASON_LENGTH} maxLength={MAX_NOTE_LENGTH} />
        </Field>
      </form>
    </Dialog>
  );
}
