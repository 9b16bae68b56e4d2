import { Badge } from "#app/_ui/badge.tsx";
import { History, HistoryItem } from "#app/_ui/history.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { pageWords } from "#app/_words/request.ts";
import { declineWord } from "./decline-word.ts";

type Try = {
  readonly n: number;
  readonly onSession: boolean;
  readonly startedAt: Date;
  readonly outcome: string | null;
  readonly declineCode: string | null;
};

const OUTCOMES = ["succeeded", "declined", "cancelled"] as const;
const MARK = { succeeded: "malachite", declined: "cinnabar", cancelled: "over", open: "azurite" } as const;

/** Every try to charge a fee, newest first, with what the bank said in words. */
export async function Tries({ tries }: { tries: readonly Try[] }) {
  const t = await pageWords("trade");
  if (tries.length === 0) return <p className="text-12 text-ink-3">{t("money.noTries")}</p>;
  return (
    <History>
      {tries.toReversed().map((attempt) => {
        const outcome = OUTCOMES.find((known) => known === attempt.outcome) ?? "open";
        return (
          <HistoryItem
            key={attempt.n}
            icon="card"
            end={<Badge mark={MARK[outcome]}>{t(`money.outcome.${outcome}`)}</Badge>}
            facts={
              <>
                <Instant at={attempt.startedAt} />
                {attempt.onSession && (
                  <>
                    {" "}
                    <Sep /> {t("money.inPerson")}
                  </>
                )}
              </>
            }
          >
            {outcome === "declined"
              ? t(`money.decline.${declineWord(attempt.declineCode)}`)
              : t("money.tryN", { n: attempt.n })}
          </HistoryItem>
        );
      })}
    </History>
  );
}
