"use client";
import { cx } from "#app/_ui/cx.ts";
import { dateFormat } from "#app/_ui/format.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { PastTouch } from "./person.ts";

type Given = { contacts: readonly PastTouch[]; touchId: string | null; choose: (touchId: string | null) => void };

/** Which contact proves an answer. It reads as a sentence, and is a list when touched. */
export function ProofPicker({ contacts, touchId, choose }: Given) {
  const t = useWords("provider");
  const { locale, zone } = useViewer();
  const format = dateFormat(locale, zone, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  const label = ({ channel, disposition, at }: PastTouch) =>
    `${t(`queue.touch.${channel}.${disposition}` as "queue.touch.call.reached")}, ${format.format(at)}`;
  return (
    <span className={cx("relative flex items-center gap-1.5 text-12", touchId ? "text-ink-3" : "text-sulphur-fg")}>
      <Icon name={touchId ? "check" : "warning"} className="h-[13px]! w-[13px]! flex-none" />
      <select
        aria-label={t("queue.answer.proof")}
        className="min-h-6 min-w-0 flex-1 cursor-pointer appearance-none truncate rounded-badge bg-transparent phone:min-h-11 phone:text-16"
        value={touchId ?? ""}
        onChange={(event) => choose(event.target.value || null)}
      >
        <option value="">{t("queue.answer.noProof")}</option>
        {contacts.map((touch) => (
          <option key={touch.id} value={touch.id}>
            {t("queue.answer.proofIs", { touch: label(touch) })}
          </option>
        ))}
      </select>
      <Icon name="down" className="pointer-events-none h-[13px]! w-[13px]! flex-none" />
    </span>
  );
}
