import type { Answers } from "#app/_trpc/answers.ts";
import { Instant } from "#app/_ui/instant.tsx";
import { Note } from "#app/_ui/note.tsx";
import { pageWords } from "#app/_words/request.ts";

type Lead = Answers["leads"]["received"];

/** What was decided about a lead that did not simply go on, by whom, when and why. */
export async function Verdicts({ lead }: { lead: Lead }) {
  const t = await pageWords("merchant");
  const { acceptance, rejection, giveBack, appeals } = lead;
  const reason = (code: string) => t(`leads.reason.${code}` as "leads.reason.duplicate");
  return (
    <>
      {acceptance && acceptance.by !== "merchant" && (
        <Note hue="azurite">
          {t(`leads.acceptedBy.${acceptance.by}` as "leads.acceptedBy.deemed")} <Instant at={acceptance.at} />
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
          {appeal.outcome === null
            ? t("leads.appealOpen")
            : t(`leads.appealDecided.${appeal.outcome}` as "leads.appealDecided.final")}{" "}
          <Instant at={appeal.decidedAt ?? appeal.at} />
          {appeal.note && <span className="mt-1 block whitespace-pre-line">{appeal.note}</span>}
        </Note>
      ))}
    </>
  );
}
