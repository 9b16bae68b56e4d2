"use client";
import { type ReactNode, useState } from "react";
import { Confirm } from "#app/_ui/confirm.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { MAX_REASON } from "#server/payouts/earning.ts";

/** Asks once, with a reason in words: what was typed stays when the server says no. */
export function AskReason(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  says: ReactNode;
  label: string;
  hint?: string;
  action: string;
  run: (reason: string) => Promise<string | undefined>;
}) {
  const [reason, setReason] = useState("");
  return (
    <Confirm
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.title}
      says={props.says}
      action={props.action}
      danger
      run={() => props.run(reason)}
    >
      <Field label={props.label} hint={props.hint}>
        <Textarea
          value={reason}
          maxLength={MAX_REASON}
          required
          minLength={3}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Confirm>
  );
}
