"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ReportWinDialog } from "#app/_lead/report-win.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_PAGE_SIZE } from "#server/kernel/page.ts";
import { LeadId } from "#server/leads/lead.ts";

/** Reports a win from the room of deals: first which lead, then the report. */
export function PickLead() {
  const t = useWords("merchant");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" icon="plus" kbd="n" onClick={() => setOpen(true)}>
        {t("deals.report")}
      </Button>
      {open && <Picker onClose={() => setOpen(false)} />}
    </>
  );
}

function Picker({ onClose }: { onClose: () => void }) {
  const t = useWords("merchant");
  const common = useWords("common");
  const trpc = useTRPC();
  const [chosen, setChosen] = useState("");
  const [leadId, setLeadId] = useState<LeadId | null>(null);
  const asked = useQuery(trpc.leads.inbox.queryOptions({ status: "accepted", limit: MAX_PAGE_SIZE }));
  const open = asked.data?.rows.filter(({ wonAt }) => !wonAt) ?? [];
  const picked = LeadId.safeParse(chosen);
  if (leadId) return <ReportWinDialog leadId={leadId} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("deals.report")}
      says={t("deals.pickSays")}
      foot={
        <>
          <Button size="large" onClick={onClose}>
            {common("action.cancel")}
          </Button>
          <Button
            size="large"
            kind="primary"
            disabled={!picked.success}
            onClick={() => picked.success && setLeadId(picked.data)}
          >
            {common("action.next")}
          </Button>
        </>
      }
    >
      <Field label={t("deals.pick")} hint={asked.data && open.length === 0 ? t("deals.pickNone") : undefined}>
        <Select
          empty
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          options={open.map(({ id, company, title, program }) => ({
            value: id,
            label: `${company || title}, ${program.name}`,
          }))}
        />
      </Field>
    </Dialog>
  );
}
