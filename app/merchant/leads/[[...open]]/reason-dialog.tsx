"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioList } from "#app/_ui/radio-list.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_REASON_LENGTH, MIN_REASON_LENGTH, type Rejection, type Return } from "#server/leads/lead.ts";

/** Asks for a reason and what proves it. What was typed stays when the server says no. */
export function ReasonDialog<Reason extends Rejection | Return>(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  says: string;
  reasons: readonly Reason[];
  action: string;
  act: { pending: boolean; refusal: string | null; reset: () => void };
  send: (reason: Reason, words: string) => Promise<unknown>;
  onDone: () => void;
  /** A reason that needs no words: Lode finds out by itself. */
  wordless?: Reason;
}) {
  const t = useWords("merchant");
  const common = useWords("common");
  const form = useId();
  const [chosen, setChosen] = useState<string>(props.reasons[0] ?? "");
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get("words") ?? "");
    const reason = props.reasons.find((known) => known === chosen);
    if (!reason || !(await props.send(reason, words))) return;
    props.onOpenChange(false);
    props.onDone();
  };
  const isWordless = chosen === props.wordless;
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => {
        props.act.reset();
        props.onOpenChange(open);
      }}
      title={props.title}
      says={props.says}
      foot={
        <>
          <Button size="large" onClick={() => props.onOpenChange(false)}>
            {common("action.cancel")}
          </Button>
          <Button size="large" kind="danger" type="submit" form={form} pending={props.act.pending}>
            {props.action}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <Field label={t("leads.reasonLabel")} group>
          <RadioList
            value={chosen}
            onChange={setChosen}
            options={props.reasons.map((reason, index) => ({
              value: reason,
              kbd: String(index + 1),
              label: t(`leads.reason.${reason}` as "leads.reason.consent"),
              hint: t(`leads.reasonHint.${reason}` as "leads.reasonHint.consent"),
            }))}
          />
        </Field>
        <Field
          label={t("leads.proofLabel")}
          hint={t("leads.proofHint")}
          optional={isWordless}
          error={props.act.refusal}
        >
          <Textarea
            name="words"
            required={!isWordless}
            minLength={isWordless ? undefined : MIN_REASON_LENGTH}
            maxLength={MAX_REASON_LENGTH}
          />
        </Field>
      </form>
    </Dialog>
  );
}
