"use client";
import { useState } from "react";
import { useGoWhenReady } from "#app/_money/use-go-when-ready.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Note } from "#app/_ui/note.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Segmented } from "#app/_ui/segmented.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { CONSENT_VERSION, type SetupId } from "#server/billing/payment-method.ts";
import { newId } from "#server/kernel/id.ts";

const CURRENCIES = ["usd", "eur", "gbp"] as const;

type Setup = { readonly id: string; readonly status: string; readonly url: string | null };

/** The button that leads to Stripe's page, after the merchant agreed to be charged. */
export function SaveMethod({ hasMethod, setup }: { hasMethod: boolean; setup: Setup | null }) {
  const t = useWords("merchant");
  const common = useWords("common");
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<SetupId | null>(null);
  const [currency, setCurrency] = useState<string>("usd");
  const [agreed, setAgreed] = useState(false);
  const [told, setTold] = useState(false);
  const save = useAct(trpc.billing.savePaymentMethod.mutationOptions());
  useGoWhenReady(asked !== null && setup?.id === asked, setup?.url);

  const go = async () => {
    if (!agreed) return setTold(true);
    const setupId: SetupId = newId("pms");
    if (await save.act({ setupId, currency, consentVersion: CONSENT_VERSION })) setAsked(setupId);
  };
  return (
    <>
      <Button kind={hasMethod ? "plain" : "primary"} kbd="n" onClick={() => setOpen(true)}>
        {t(hasMethod ? "billing.change" : "billing.add")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("billing.dialog.title")}
        says={t("billing.dialog.says")}
        foot={
          <>
            <Button size="large" onClick={() => setOpen(false)}>
              {common("action.cancel")}
            </Button>
            <Button size="large" kind="primary" icon="external" pending={save.pending || asked !== null} onClick={go}>
              {t("billing.dialog.go")}
            </Button>
          </>
        }
      >
        <Field group label={t("billing.dialog.currency")}>
          <Segmented
            value={currency}
            onChange={setCurrency}
            options={CURRENCIES.map((code) => ({ value: code, label: code.toUpperCase() }))}
          />
        </Field>
        <Note icon="shield">{t("billing.dialog.consent")}</Note>
        <Field group label={t("billing.method")} error={told && !agreed ? t("billing.dialog.agreeFirst") : null}>
          <Checkbox
            label={t("billing.dialog.agree")}
            checked={agreed}
            onChange={(event) => setAgreed(event.target.checked)}
          />
        </Field>
        {asked && <Note hue="azurite">{t("billing.dialog.waits")}</Note>}
        <RefusalNote>{save.refusal}</RefusalNote>
      </Dialog>
    </>
  );
}
