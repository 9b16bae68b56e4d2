import { StageMenu } from "#app/_lead/stage-menu.tsx";
import { Clock } from "#app/_ui/clock.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { RoomBody } from "#app/_ui/room.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { RowLink, Table, Td, Th, Tr, TrGroup } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { movesFrom } from "#server/deals/stage.ts";
import type { LeadId } from "#server/leads/lead.ts";
import type { Column } from "./board.tsx";

const COLUMNS = 6;

/** The same leads as rows, grouped by stage. */
export async function PipelineTable({ columns }: { columns: readonly Column[] }) {
  const [t, shell, state, trade] = await Promise.all([
    pageWords("merchant"),
    pageWords("shell"),
    pageWords("state"),
    pageWords("trade"),
  ]);
  return (
    <RoomBody ground="surface" flush>
      <Table
        caption={shell("room.pipeline")}
        tall
        head={
          <>
            <Th>{t("pipeline.lead")}</Th>
            <Th>{t("pipeline.stage")}</Th>
            <Th>{t("pipeline.since")}</Th>
            <Th>{t("pipeline.nextWord")}</Th>
            <Th numeric>{t("pipeline.value")}</Th>
            <Th>
              <span className="sr-only">{trade("stage.move")}</span>
            </Th>
          </>
        }
      >
        {columns.flatMap(({ stage, cards, count }) =>
          count === 0
            ? []
            : [
                <TrGroup key={stage} span={COLUMNS}>
                  {state(`stage.${stage}`)} <span className="num font-normal text-ink-3">{count}</span>
                </TrGroup>,
                ...cards.map((card) => (
                  <Tr key={card.id}>
                    <Td>
                      <RowLink href={`/merchant/leads/${card.id}`} sub={`${card.program.name}, ${card.provider.name}`}>
                        {card.company || card.title}
                      </RowLink>
                    </Td>
                    <Td>
                      <StateBadge object="stage" state={stage} />
                    </Td>
                    <Td phone="hidden">
                      <Instant at={card.stage?.since ?? card.acceptance?.at ?? card.handedOverAt} />
                    </Td>
                    <Td phone="hidden">{card.nextReportAt ? <Clock due={card.nextReportAt} short /> : "–"}</Td>
                    <Td numeric phone="hidden">
                      {card.deals[0] ? (
                        <Money minor={card.deals[0].valueMinor} currency={card.deals[0].currency} />
                      ) : (
                        "–"
                      )}
                    </Td>
                    <Td phone="hidden">
                      <span className="relative z-1 flex justify-end">
                        {movesFrom(stage).length > 0 && (
                          <StageMenu leadId={card.id as LeadId} next={movesFrom(stage)} size="small" />
                        )}
                      </span>
                    </Td>
                  </Tr>
                )),
              ],
        )}
      </Table>
    </RoomBody>
  );
}
