"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Segmented } from "#app/_ui/segmented.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { newId } from "#server/kernel/id.ts";
import { MAX_PROGRAM_NAME_LENGTH } from "#server/programs/program.ts";
import { TERMS_CURRENCIES } from "#server/programs/terms.ts";

/** Begins a program: its name and currency; everything else is written in the editor. */
export function NewProgram() {
  const t = useWords("merchant");
  const common = useWords("common");
  const trpc = useTRPC();
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [id] = useState(() => newId("program"));
  const [currency, setCurrency] = useState<string>(TERMS_CURRENCIES[1]);
  const { act, pending, refusal } = useAct(trpc.programs.create.mutationOptions());
  const create = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name"));
    if (await act({ id, name, currency })) router.push(`/merchant/programs/${id}?section=product`);
  };
  return (
    <>
      <Button kind="primary" icon="plus" kbd="n" onClick={() => setOpen(true)}>
        {t("programs.new")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("programs.new")}
        says={t("programs.newSays")}
        foot={
          <>
            <Button size="large" onClick={() => setOpen(false)}>
              {common("action.cancel")}
            </Button>
            <Button size="large" kind="primary" type="submit" form={form} pending={pending}>
              {t("programs.create")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={create} className="grid gap-4">
          <Field label={t("programs.name")} hint={t("programs.nameHint")}>
            <Input name="name" required maxLength={MAX_PROGRAM_NAME_LENGTH} />
          </Field>
          <Field label={t("programs.currency")} hint={t("programs.currencyHint")} group>
            <Segmented
              value={currency}
              onChange={setCurrency}
              options={TERMS_CURRENCIES.map((code) => ({ value: code, label: code.toUpperCase() }))}
            />
          </Field>
          <RefusalNote>{refusal}</RefusalNote>
        </form>
      </Dialog>
    </>
  );
}
