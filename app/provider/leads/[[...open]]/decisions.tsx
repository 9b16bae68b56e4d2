import type { Answers } from "#app/_trpc/answers.ts";
import { Instant } from "#app/_ui/instant.tsx";
import { Note } from "#app/_ui/note.tsx";
import { pageWords } from "#app/_words/request.ts";

/** What the merchant decided and why, and what became of an appeal. */
export async function Decisions({ lead }: { lead: Answers["leads"]["one"] }) {
  const t = await pageWords("provider");
  const { acceptance, rejection, giveBack, appeals } = lead;
  const reason = (code: string) => t(`leads.reason.${code}` as "leads.reason.duplicate");
  return (
    <>
      {acceptance && (
        <Note hue="malachite">
          {t(`leads.acceptedBy.${acceptance.by}` as "leads.acceptedBy.merchant")} <Instant at={acceptance.at} />
        </Note>
      )}
      {rejection && (
        <Note hue="cinnabar" icon="refuse">
          <b className="font-semibold">{t("leads.rejectedBecause", { reason: reason(rejection.reason) })}</b>{" "}
          <Instant at={rejection.at} />
          {rejection.note && <span className="mt-1 block whitespace-pre-line">{rejection.note}</span>}
        </Note>
      )}
      {giveBack && (
        <Note hue="cinnabar" icon="refuse">
          <b className="font-semibold">{t("leads.returnedBecause", { reason: reason(giveBack.reason) })}</b>{" "}
          <Instant at={giveBack.at} />
          <span className="mt-1 block whitespace-pre-line">{giveBack.proof}</span>
        </Note>
      )}
      {appeals.map((appeal) => (
        <Note key={appeal.against} hue="amethyst">
          <b className="font-semibold">
            {appeal.outcome === null
              ? t("leads.appealOpen")
              : t(`leads.appealDecided.${appeal.outcome}` as "leads.appealDecided.final")}
          </b>{" "}
          <Instant at={appeal.decidedAt ?? appeal.at} />
          <span className="mt-1 block whitespace-pre-line">{appeal.note || appeal.reason}</span>
        </Note>
      ))}
    </>
  );
}
