import { sourceName } from "#app/_lead/lead-words.ts";
import type { Answers } from "#app/_trpc/answers.ts";
import { Funnel } from "#app/_ui/chart/funnel.tsx";
import { pageWords } from "#app/_words/request.ts";

const STAGES = ["handedOver", "accepted", "contacted", "meeting", "proposal", "won"] as const;

/** How far the leads of each source came. */
export async function FunnelBySource({ funnel }: { funnel: Answers["insight"]["merchantFigures"]["funnel"] }) {
  const [t, trade] = await Promise.all([pageWords("merchant"), pageWords("trade")]);
  if (funnel.length === 0) return <p className="text-ink-3">{t("home.noFunnel")}</p>;
  return (
    <Funnel
      caption={t("home.funnel")}
      sources={funnel.map(({ source }) => sourceName(trade, source))}
      stages={STAGES.map((stage) => ({
        label: t(`home.reached.${stage}`),
        parts: funnel.map((source) => source[stage]),
      }))}
    />
  );
}
