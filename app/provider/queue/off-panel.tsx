"use client";
import { useWords } from "#app/_words/use-words.ts";
import {
  type BarContact,
  DISQUALIFY_REASONS,
  type Disqualify,
  DO_NOT_CONTACT_BASES,
  INVALID_REASONS,
  type MarkInvalid,
} from "#server/prospects/prospect.ts";
import { Choices, PanelFrame } from "./panel.tsx";
import type { Acts } from "./use-acts.ts";

const KEYS = [..."123456789qwertyuio"];

/** Why work on a person ends: they do not fit, cannot be reached, or must be left in peace. */
export function OffPanel({ acts }: { acts: Acts }) {
  const t = useWords("provider");
  const first = DISQUALIFY_REASONS.length;
  const second = first + INVALID_REASONS.length;
  return (
    <PanelFrame title={t("queue.panel.offTitle")}>
      <Group title={t("queue.panel.offFits")}>
        <Choices
          choices={DISQUALIFY_REASONS.map((value, i) => ({
            value,
            label: t(`queue.disqualified.${value}`),
            kbd: KEYS[i] ?? "",
          }))}
          disabled={acts.pending}
          choose={(reason) => void acts.disqualify(reason as Disqualify["reason"])}
        />
      </Group>
      <Group title={t("queue.panel.offData")}>
        <Choices
          choices={INVALID_REASONS.map((value, i) => ({
            value,
            label: t(`queue.invalid.${value}`),
            kbd: KEYS[first + i] ?? "",
          }))}
          disabled={acts.pending}
          choose={(reason) => void acts.markInvalid(reason as MarkInvalid["reason"])}
        />
      </Group>
      <Group title={t("queue.panel.offRest")}>
        <Choices
          choices={DO_NOT_CONTACT_BASES.map((value, i) => ({
            value,
            label: t(`queue.barred.${value}`),
            kbd: KEYS[second + i] ?? "",
          }))}
          disabled={acts.pending}
          choose={(basis) => void acts.bar(basis as BarContact["basis"])}
        />
      </Group>
    </PanelFrame>
  );
}

function Group(props: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <p className="text-12 text-ink-3">{props.title}</p>
      {props.children}
    </div>
  );
}
