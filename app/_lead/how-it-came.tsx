import { DetailPart } from "#app/_ui/detail.tsx";
import { History, HistoryItem } from "#app/_ui/history.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { pageWords } from "#app/_words/request.ts";
import type { KeptTouch } from "#server/leads/snapshot.ts";
import { Hidden } from "./hidden.tsx";
import { CHANNEL_ICON, sourceName } from "./lead-words.ts";
import { touchName } from "./why.tsx";

/** The touches that led to a lead, newest first. */
export async function HowItCame(props: { history: readonly KeptTouch[]; sourceChannel: string }) {
  const t = await pageWords("trade");
  return (
    <DetailPart title={t("came.title")}>
      <History>
        {props.history.toReversed().map((touch) => (
          <HistoryItem
            key={`${touch.channel}${touch.at.getTime()}`}
            icon={CHANNEL_ICON[touch.channel] ?? "note"}
            facts={<Instant at={touch.at} relative={false} />}
          >
            <span className="font-medium">{touchName(t, touch)}</span>
            {touch.note && (
              <span className="block text-ink-2">
                <Hidden text={touch.note} />
              </span>
            )}
          </HistoryItem>
        ))}
        <HistoryItem icon="search" facts={t("came.foundSays")}>
          {t("came.found", { source: sourceName(t, props.sourceChannel) })}
        </HistoryItem>
      </History>
    </DetailPart>
  );
}
