"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import type { ProgramId } from "#server/programs/program.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";

type Wish = { programId: ProgramId; wanted: ProspectId | null };

/**
 * The agent's desk: the prospect in work and the next one, already taken and loaded. Going on shows it at once;
 * letting go of the old one and taking another happen behind it.
 */
export function useDesk({ programId, wanted }: Wish) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { act: take, refusal: refused } = useAct(trpc.prospects.takeNext.mutationOptions());
  const { mutateAsync: renew } = useMutation(trpc.prospects.renewLease.mutationOptions());
  const { mutateAsync: takeBack } = useMutation(trpc.prospects.undo.mutationOptions());
  const { mutateAsync: release } = useMutation(trpc.prospects.releaseLease.mutationOptions());
  const [current, setCurrent] = useState<ProspectId | null>(null);
  const [next, setNext] = useState<ProspectId | null>(null);
  const [taking, setTaking] = useState(true);
  const [missed, setMissed] = useState(0);
  /** For an undo that is asked for later, when another one is in work. */
  const held = useRef({ current, next });
  held.current = { current, next };

  const takeOne = useCallback(
    async (besides: ProspectId | null) => {
      const taken = (await take({ programId, besides }))?.done;
      if (taken?.notAvailable) setMissed((before) => before + taken.notAvailable);
      if (taken?.prospectId)
        void queries.prefetchQuery(trpc.prospects.open.queryOptions({ prospectId: taken.prospectId }));
      return taken?.prospectId ?? null;
    },
    [take, programId, queries, trpc],
  );

  /** Sits down with a prospect, or with the next one, and takes another behind it. */
  const sit = useCallback(
    async (with_: ProspectId | null) => {
      setTaking(!with_);
      const found = with_ ?? (await takeOne(null));
      setCurrent(found);
      setTaking(false);
      setNext(found && (await takeOne(found)));
    },
    [takeOne],
  );

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const own = wanted ? renew({ prospectId: wanted }).then(() => wanted) : Promise.resolve(null);
    void own.catch(() => null).then(sit);
  }, [wanted, renew, sit]);

  /** Goes on to the next one. `letGo` is what ends the work on this one; it has to be over before another is taken. */
  const goOn = async (letGo?: (prospectId: ProspectId) => Promise<unknown>) => {
    const { current: from, next: to } = held.current;
    setMissed(0);
    setNext(null);
    setCurrent(to);
    setTaking(!to);
    if (from && letGo) await letGo(from);
    await sit(to);
  };
  const lay = (prospectId: ProspectId) => release({ prospectId }).catch(() => undefined);

  return {
    current,
    taking,
    missed,
    refused,
    renew,
    goOn,
    /** Lets go of the one in work, which stays as it is, and goes on. */
    layDown: () => goOn(lay),
    /** Works on another one that was chosen from the column. */
    async pick(prospectId: ProspectId) {
      const before = [held.current.current, held.current.next];
      if (prospectId === before[0]) return;
      await renew({ prospectId });
      for (const one of before) if (one && one !== prospectId) await lay(one);
      await sit(prospectId);
    },
    /** Takes back what was just done to one, and works on it again; the one in work becomes the next. */
    async undo(prospectId: ProspectId) {
      await takeBack({ prospectId });
      await queries.invalidateQueries(trpc.prospects.open.queryFilter({ prospectId }));
      if (held.current.next) await lay(held.current.next);
      setNext(held.current.current);
      setCurrent(prospectId);
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
