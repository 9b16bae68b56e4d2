"use client";
import type { ReactNode } from "react";
import { LinkButton } from "#app/_ui/button.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { useWords } from "#app/_words/use-words.ts";

type Given = { programId: string; nextDueAt: Date | null; mayImport: boolean; notes: ReactNode };

/** A queue in which nothing is due: why, when the next one comes, and what to do meanwhile. */
export function DeskEmpty(props: Given) {
  const t = useWords("provider");
  const list = `/provider/prospects?program=${props.programId}`;
  return (
    <div className="col-span-2 grid content-start gap-3 p-4">
      {props.notes}
      <Empty
        icon="queue"
        title={t("queue.empty.title")}
        action={
          <>
            {props.mayImport && (
              <LinkButton kind="primary" icon="upload" href="/provider/imports">
                {t("queue.empty.import")}
              </LinkButton>
            )}
            <LinkButton href={list}>{t("queue.empty.list")}</LinkButton>
          </>
        }
      >
        {t("queue.empty.text")}{" "}
        {props.nextDueAt && (
          <>
            {t("queue.empty.next")} <Instant at={props.nextDueAt} />
          </>
        )}
      </Empty>
    </div>
  );
}
