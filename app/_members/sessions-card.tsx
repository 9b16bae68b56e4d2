"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { leave } from "#app/_trpc/leave.ts";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Confirm } from "#app/_ui/confirm.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import type { SessionId } from "#server/members/session.ts";
import { browserName } from "./browser-name.ts";

type Session = {
  readonly id: SessionId;
  readonly startedAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly present: boolean;
};

/** Where I am signed in, and the way out of each place or of all at once. */
export function SessionsCard(props: { sessions: readonly Session[] }) {
  const t = useWords("members");
  const tell = useToast();
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const end = useAct(trpc.members.endSession.mutationOptions());
  const endAll = useMutation(trpc.members.endAllSessions.mutationOptions());
  const say = useRefusal();

  const signOut = async (sessionId: SessionId) => {
    if (await end.act({ sessionId })) tell(t("sessions.ended"));
  };
  const everywhere = async () => {
    try {
      await endAll.mutateAsync();
    } catch {
      return say({ code: "no_connection" });
    }
    await leave();
    return undefined;
  };
  const nameOf = (session: Session) => {
    const known = browserName(session.userAgent);
    return known ? t("sessions.on", known) : t("sessions.unknown");
  };

  return (
    <Card
      pad={false}
      title={t("sessions.title")}
      action={
        <Button size="small" kind="danger" onClick={() => setAsking(true)}>
          {t("sessions.everywhere")}
        </Button>
      }
    >
      {end.refusal && (
        <div className="p-4 pb-0">
          <RefusalNote>{end.refusal}</RefusalNote>
        </div>
      )}
      <ul>
        {props.sessions.map((session) => (
          <li
            key={session.id}
            className="flex min-h-[54px] items-center gap-3 border-line border-b px-4 py-2 last:border-b-0"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium">
                {nameOf(session)}
                {session.present && <span className="font-normal text-copper-text"> {t("sessions.present")}</span>}
              </span>
              <span className="block text-12 text-ink-3">
                {t("sessions.started")} <Instant at={session.startedAt} /> {session.ip && <Sep />} {session.ip}
              </span>
            </span>
            {!session.present && (
              <Button
                size="small"
                aria-label={t("sessions.endOf", { browser: nameOf(session) })}
                onClick={() => signOut(session.id)}
              >
                {t("sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("sessions.everywhereTitle")}
        says={t("sessions.everywhereSays")}
        action={t("sessions.everywhere")}
        danger
        run={everywhere}
      />
    </Card>
  );
}
