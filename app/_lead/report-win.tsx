"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { FileDrop } from "#app/_ui/file-drop.tsx";
import { Input } from "#app/_ui/input.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_AMOUNT_LENGTH, MAX_NOTE_LENGTH } from "#server/deals/deal.ts";
import { newId } from "#server/kernel/id.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { FeePreview } from "./fee-preview.tsx";
import { useUpload } from "./use-upload.ts";

const MEGABYTES = 10;

/** Reports that a lead was won: value, day and what proves it, with the fee shown while it is typed. */
export function ReportWin(props: { leadId: LeadId; primary?: boolean; size?: "small" | "large" }) {
  const t = useWords("trade");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size={props.size ?? "large"}
        kind={props.primary ? "primary" : "plain"}
        kbd={props.size === "small" ? undefined : "w"}
        onClick={() => setOpen(true)}
      >
        {t("win.report")}
      </Button>
      {open && <ReportWinDialog leadId={props.leadId} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The dialog itself, for a lead that is known. */
export function ReportWinDialog(props: { leadId: LeadId; onClose: () => void }) {
  const { leadId, onClose } = props;
  const t = useWords("trade");
  const common = useWords("common");
  const trpc = useTRPC();
  const router = useRouter();
  const form = useId();
  const [dealId] = useState(() => newId("deal"));
  const [amount, setAmount] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const asked = useQuery(trpc.deals.reportForm.queryOptions({ leadId }));
  const report = useAct(trpc.deals.reportWin.mutationOptions());
  const upload = useUpload(leadId);
  const known = asked.data;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!known) return;
    const data = new FormData(event.currentTarget);
    const evidence = file ? await upload.send(file) : null;
    if (file && !evidence) return;
    const done = await report.act({
      dealId,
      leadId,
      amount,
      currency: known.terms.currency,
      wonOn: String(data.get("wonOn")),
      note: String(data.get("note") ?? ""),
      evidenceIds: evidence ? [evidence] : [],
    });
    if (!done) return;
    onClose();
    if (known.side === "merchant") router.push(`/merchant/deals/${dealId}`);
  };
  const side = known?.side ?? "merchant";
  const at = report.refusal && placeOfRefusal(report.code);
  return (
    <Dialog
      wide
      open
      onOpenChange={onClose}
      title={known ? t("win.title", { company: known.company }) : t("win.report")}
      says={t(`win.says.${side}`, { merchant: known?.merchant ?? "", days: known?.terms.answerDays ?? 0 })}
      foot={
        <>
          <Button size="large" onClick={onClose}>
            {common("action.cancel")}
          </Button>
          <Button
            size="large"
            kind="primary"
            type="submit"
            form={form}
            disabled={!known}
            pending={report.pending || upload.pending}
          >
            {t(`win.do.${side}`)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <div className="grid gap-4 wide:grid-cols-2">
          <Field
            label={t("win.value")}
            hint={known && t(`win.base.${known.terms.feeBase}`)}
            error={at === "value" && report.refusal ? report.refusal : null}
          >
            <Input
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              required
              autoFocus
              maxLength={MAX_AMOUNT_LENGTH}
              placeholder="12,500.00"
              value={amount}
              onChange={(event) => setAmount(event.target.value)}
              unit={known?.terms.currency.toUpperCase() ?? ""}
            />
          </Field>
          <Field
            label={t("win.day")}
            hint={t("win.dayHint")}
            error={at === "day" && report.refusal ? report.refusal : null}
          >
            {known && <Input name="wonOn" type="date" required defaultValue={known.today} max={known.today} />}
          </Field>
        </div>
        {known && <FeePreview amount={amount} form={known} graded={file !== null} />}
        <Field label={t("win.evidence")} hint={t("win.evidenceHint")} error={upload.refusal} optional>
          <FileDrop name="file" accept=".pdf,.png,.jpg,.jpeg,.txt" maxMegabytes={MEGABYTES} onFile={setFile} />
        </Field>
        <Field label={t("win.note")} optional>
          <Textarea name="note" rows={2} maxLength={MAX_NOTE_LENGTH} />
        </Field>
        <RefusalNote>{at === "form" && report.refusal}</RefusalNote>
      </form>
    </Dialog>
  );
}

/** Beside which field a "no" belongs. */
function placeOfRefusal(code: string | null): "value" | "day" | "form" {
  if (code === "deal_day_is_ahead") return "day";
  return /^deal_(value|currency|fee)_/.test(code ?? "") ? "value" : "form";
}
