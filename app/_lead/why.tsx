import type { ReactNode } from "react";
import { DetailPart } from "#app/_ui/detail.tsx";
import { dateFormat, numberFormat } from "#app/_ui/format.ts";
import { Instant } from "#app/_ui/instant.tsx";
import { Proof } from "#app/_ui/proof.tsx";
import type { Locale } from "#app/_words/locale.ts";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import type { KeptAnswer, KeptTouch } from "#server/leads/snapshot.ts";
import { Hidden } from "./hidden.tsx";
import { CHANNEL_ICON } from "./lead-words.ts";

type Words = Awaited<ReturnType<typeof pageWords<"trade">>>;

/** Why a lead is serious: what the agent says, then each question with its answer and the touch that proves it. */
export async function Why(props: { summary: string; answers: readonly KeptAnswer[] }) {
  const [t, locale] = await Promise.all([pageWords("trade"), requestLocale()]);
  const { answers, summary } = props;
  const proven = answers.filter(({ proof }) => proof).length;
  return (
    <DetailPart title={t("why.title")} aside={t("why.counts", { answers: answers.length, proven })}>
      {summary && (
        <p className="whitespace-pre-line leading-[1.6]">
          <Hidden text={summary} />
        </p>
      )}
      {answers.map((answer, index) => {
        const isSame = index > 0 && !answer.note && sameTouch(answers[index - 1]?.proof, answer.proof);
        const said = answer.proof && source(t, answer.proof);
        return (
          <Proof
            key={answer.question}
            question={answer.question}
            answer={<Hidden text={answerText(t, locale, answer)} />}
            firm={answer.proof !== null}
            sure={answer.proof ? isSame && t("why.same") : t("why.unproven")}
            quote={!isSame && quoteOf(answer)}
            {...(answer.proof && { source: said, sourceIcon: CHANNEL_ICON[answer.proof.channel] ?? "note" })}
          />
        );
      })}
    </DetailPart>
  );
}

/** Several answers often come from one call: its words are shown once. */
const sameTouch = (a: KeptTouch | null | undefined, b: KeptTouch | null): boolean =>
  a != null && b != null && a.at.getTime() === b.at.getTime() && a.note === b.note;

function quoteOf({ note, proof }: KeptAnswer): ReactNode {
  const text = note || proof?.note;
  return text ? <Hidden text={text} /> : proof && "…";
}

function source(t: Words, touch: KeptTouch): ReactNode {
  return (
    <>
      <span>{touchName(t, touch)}</span>
      <Instant at={touch.at} relative={false} />
    </>
  );
}

/** What a touch was, in a few words: "Call, 4 min". */
export function touchName(t: Words, { channel, disposition, durationSeconds }: KeptTouch): string {
  const name = t(`touch.${channel}` as "touch.call");
  const came = t(`came.${disposition}` as "came.reached");
  const minutes = durationSeconds === null ? 0 : Math.max(1, Math.round(durationSeconds / 60));
  return minutes > 0 ? t("touch.lasting", { name, came, minutes }) : t("touch.plain", { name, came });
}

function answerText(t: Words, locale: Locale, { kind, value }: KeptAnswer): string {
  if (kind === "yes_no") return t(value === "yes" ? "why.yes" : "why.no");
  if (kind === "number") return numberFormat(locale).format(Number(value));
  if (kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return dateFormat(locale, "UTC", { day: "numeric", month: "long", year: "numeric" }).format(new Date(value));
  return value;
}
