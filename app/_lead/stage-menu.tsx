"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Menu } from "#app/_ui/menu.tsx";
import { RadioList } from "#app/_ui/radio-list.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { LOST_REASONS, type LostReason, type MoveStage, type Stage } from "#server/deals/stage.ts";
import type { LeadId } from "#server/leads/lead.ts";

type Target = MoveStage["to"];

/** Moves a lead to a further stage, or says that nothing changed; a loss asks why. */
export function StageMenu(props: { leadId: LeadId; next: readonly Stage[]; size?: "small" | "large" }) {
  const t = useWords("trade");
  const state = useWords("state");
  const trpc = useTRPC();
  const tell = useToast();
  const [losing, setLosing] = useState(false);
  const move = useAct(trpc.deals.moveStage.mutationOptions());
  const keep = useAct(trpc.deals.reportNoChange.mutationOptions());
  const { leadId, next } = props;
  const targets = next.filter((stage): stage is Target => stage !== "won");
  const go = async (to: Target, reason: LostReason | null = null) => {
    if (!(await move.act({ leadId, to, reason }))) return false;
    tell(t("stage.moved", { stage: state(`stage.${to}`) }));
    return true;
  };
  const stay = async () => {
    if (await keep.act({ leadId })) tell(t("stage.kept"));
  };
  const forget = () => {
    move.reset();
    keep.reset();
  };
  const refusal = (losing ? null : move.refusal) ?? keep.refusal;
  return (
    <>
      <Menu
        align="end"
        side="top"
        trigger={
          <Button size={props.size ?? "normal"} icon="pipeline" pending={move.pending || keep.pending}>
            {t("stage.move")}
          </Button>
        }
        groups={[
          {
            title: t("stage.moveTo"),
            entries: targets.map((to) => ({
              label: state(`stage.${to}`),
              danger: to === "lost",
              onSelect: () => (to === "lost" ? setLosing(true) : void go(to)),
            })),
          },
          { entries: [{ label: t("stage.keep"), icon: "clock", onSelect: () => void stay() }] },
        ]}
      />
      {refusal && (
        <Dialog open onOpenChange={forget} title={t("stage.refused")}>
          <RefusalNote>{refusal}</RefusalNote>
        </Dialog>
      )}
      <LostDialog
        open={losing}
        onOpenChange={setLosing}
        pending={move.pending}
        refusal={move.refusal}
        lose={(reason) => go("lost", reason)}
      />
    </>
  );
}

function LostDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  pending: boolean;
  refusal: string | null;
  lose: (reason: LostReason) => Promise<boolean>;
}) {
  const t = useWords("trade");
  const common = useWords("common");
  const [reason, setReason] = useState<string>(LOST_REASONS[0]);
  const lose = async () => {
    const known = LOST_REASONS.find((it) => it === reason);
    if (known && (await props.lose(known))) props.onOpenChange(false);
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t("stage.lostTitle")}
      says={t("stage.lostSays")}
      foot={
        <>
          <Button size="large" onClick={() => props.onOpenChange(false)}>
            {common("action.cancel")}
          </Button>
          <Button size="large" kind="danger" pending={props.pending} onClick={lose}>
            {t("stage.lostDo")}
          </Button>
        </>
      }
    >
      <Field label={t("stage.lostWhy")} group>
        <RadioList
          value={reason}
          onChange={setReason}
          options={LOST_REASONS.map((it) => ({ value: it, label: t(`lost.${it}`) }))}
        />
      </Field>
      <RefusalNote>{props.refusal}</RefusalNote>
    </Dialog>
  );
}
