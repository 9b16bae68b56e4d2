"use client";
import { useMemo, useState } from "react";
import { Simulator } from "#app/_program/simulator.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { useToast } from "#app/_ui/toast.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import { Refusal } from "#server/kernel/refusal.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { type Terms, termsFrom } from "#server/programs/terms.ts";
import { Frame } from "./frame.tsx";
import type { Edited } from "./section.ts";
import { TermsBar } from "./terms-bar.tsx";
import { TermsFields } from "./terms-fields.tsx";
import { changesBetween, readTerms, type TypedTerms, typedOf } from "./terms-form.ts";
import { useUnsaved } from "./use-unsaved.ts";

/** The terms being written, with the simulator beside them: what they would cost, against what is in force. */
export function TermsSection(props: { program: Edited; mayChange: boolean }) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const { program } = props;
  const { draft, active } = program;
  const saved = typedOf(draft?.terms ?? active?.terms ?? null, program.currency);
  const [typed, setTyped] = useState<TypedTerms>(saved);
  const [tried, setTried] = useState(false);
  const reading = useMemo(() => judge(typed), [typed]);
  const say = useRefusal();
  const { act, pending, refusal, reset } = useAct(trpc.programs.draftTerms.mutationOptions());
  const [kept, setKept] = useState<TypedTerms | null>(null);
  const canonical = reading.terms ? typedOf(reading.terms, program.currency) : typed;
  const unsaved = changesBetween(canonical, kept ?? saved);
  useUnsaved(unsaved > 0);
  const fresh = !draft && !active;

  const save = async () => {
    setTried(true);
    if (!reading.input) return false;
    const done = await act({ programId: program.id as ProgramId, terms: reading.input });
    if (!done) return false;
    setKept(canonical);
    tell(t("terms.saved"));
    return true;
  };
  const [shown, setShown] = useState<Terms | null>(draft?.terms ?? active?.terms ?? reading.terms);
  if (reading.terms && reading.terms !== shown) setShown(reading.terms);
  const version = draft?.version ?? (active?.version ?? 0) + 1;
  return (
    <Frame
      side={
        shown && (
          <Beside
            program={program}
            terms={shown}
            version={version}
            changed={Boolean(draft) || unsaved > 0 || !active}
          />
        )
      }
      bar={
        props.mayChange && (
          <TermsBar
            program={program}
            version={version}
            unsaved={fresh ? 1 : unsaved}
            changes={active ? changesBetween(canonical, typedOf(active.terms, program.currency)) : 0}
            pending={pending}
            refusal={refusal ?? (reading.refusal && say(reading.refusal))}
            save={save}
            reset={() => {
              setTyped(typedOf(active?.terms ?? null, program.currency));
              setTried(false);
              setKept(null);
              reset();
            }}
          />
        )
      }
    >
      <fieldset disabled={!props.mayChange}>
        <TermsFields
          typed={typed}
          was={active ? typedOf(active.terms, program.currency) : null}
          unreadable={tried || unsaved > 0 ? reading.unreadable : new Set()}
          currencyIsFixed={program.status !== "draft"}
          change={(part) => setTyped((before) => ({ ...before, ...part }))}
        />
      </fieldset>
    </Frame>
  );
}

/** The simulator: what is typed, against what is in force. */
function Beside(props: { program: Edited; terms: Terms; version: number; changed: boolean }) {
  const t = useWords("merchant");
  const { program, terms, version, changed } = props;
  const { active } = program;
  const inForce = active && { label: t("terms.version", { version: active.version }), terms: active.terms };
  const typed = { label: t("terms.version", { version }), terms };
  const head = (
    <div className="flex items-baseline justify-between gap-2">
      <h2 className="font-semibold text-14">{t("terms.simulator")}</h2>
      <span className="text-12 text-ink-3">
        {inForce && changed ? t("terms.against", { draft: version, active: active.version }) : t("terms.live")}
      </span>
    </div>
  );
  const versions = !inForce ? ([typed] as const) : changed ? ([typed, inForce] as const) : ([inForce] as const);
  return <Simulator side="merchant" zone={program.merchant.timeZone} versions={versions} head={head} />;
}

/** What a form amounts to: terms, fields that cannot be read, or the rule that says no. */
function judge(typed: TypedTerms) {
  const read = readTerms(typed);
  if ("unreadable" in read) return { unreadable: read.unreadable, input: null, terms: null, refusal: null };
  try {
    return { unreadable: new Set<string>(), input: read.input, terms: termsFrom(read.input), refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { unreadable: new Set<string>(), input: null, terms: null, refusal: error };
  }
}
