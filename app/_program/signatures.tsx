"use client";
import { Badge } from "#app/_ui/badge.tsx";
import { SideCard } from "#app/_ui/card.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Party } from "#server/programs/enrolment.ts";

type Signature = { readonly party: Party; readonly at: Date; readonly version: number; readonly by?: string };

/** Which side has signed the terms in force, and every signature there is. */
export function Signatures(props: {
  version: number | null;
  signed: Readonly<Record<Party, boolean>>;
  signatures: readonly Signature[];
}) {
  const t = useWords("program");
  return (
    <SideCard
      title={t("sign.signatures")}
      aside={props.version === null ? null : t("terms.version", { version: props.version })}
    >
      <ul className="grid gap-2">
        {(["provider", "merchant"] as const).map((party) => (
          <li key={party} className="flex items-center justify-between gap-2">
            {t(`sign.party.${party}`)}
            <Badge mark={props.signed[party] ? "malachite" : "sulphur"}>
              {t(props.signed[party] ? "sign.signed" : "sign.waits")}
            </Badge>
          </li>
        ))}
      </ul>
      {props.signatures.length > 0 && (
        <ol className="grid gap-1 border-line border-t pt-2 text-12 text-ink-3">
          {props.signatures.map((signature) => (
            <li key={`${signature.party}${signature.version}`}>
              {t("terms.version", { version: signature.version })} <Sep />{" "}
              {signature.by || t(`sign.party.${signature.party}`)} <Sep /> <Instant at={signature.at} />
            </li>
          ))}
        </ol>
      )}
    </SideCard>
  );
}
