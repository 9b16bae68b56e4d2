import { countryNames } from "#app/_program/countries.ts";
import { ProgramParts } from "#app/_program/program-parts.tsx";
import { MerchantRecord } from "#app/_program/record-facts.tsx";
import { Signatures } from "#app/_program/signatures.tsx";
import { Simulator } from "#app/_program/simulator.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { SideCard } from "#app/_ui/card.tsx";
import { DetailBody, DetailHead } from "#app/_ui/detail.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import type { Role } from "#server/kernel/actor.ts";
import { Join } from "./join.tsx";

type Program = Answers["programs"]["page"];
type Record = Answers["insight"]["merchantRecords"][number];

/** A program as a provider weighs it: what, for whom, which questions, what it pays, and how its merchant has behaved. */
export async function ProgramDetail(props: { program: Program; record: Record | null; role: Role }) {
  const { program } = props;
  const { enrolment, merchant, terms } = program;
  const [t, words, locale] = await Promise.all([pageWords("provider"), pageWords("program"), requestLocale()]);
  const country = new Intl.DisplayNames(locale, { type: "region" }).of(merchant.country);
  const signedBy = (party: "merchant" | "provider") =>
    enrolment?.signatures.some((it) => it.party === party && it.termsVersionId === terms?.id) ?? false;
  const signed = { merchant: signedBy("merchant"), provider: signedBy("provider") };
  const version = words("terms.version", { version: terms?.version ?? 0 });
  return (
    <>
      <DetailHead
        title={program.name}
        badge={
          <>
            {program.status !== "published" && <StateBadge object="program" state={program.status} />}
            {enrolment && <StateBadge object="enrolment" state={enrolment.status} />}
          </>
        }
        facts={
          <>
            {merchant.name} <Sep /> {country}
            {merchant.website && (
              <>
                {" "}
                <Sep /> {merchant.website}
              </>
            )}
          </>
        }
      >
        {program.summary && <p className="mt-1 text-ink-2">{program.summary}</p>}
      </DetailHead>
      <DetailBody
        side={
          <Side
            program={program}
            record={props.record}
            signed={signed}
            title={words("simulator.title")}
            version={version}
          />
        }
      >
        {enrolment?.reason && (
          <Note hue={enrolment.status === "rejected" ? "cinnabar" : "slate"}>
            {t("programs.because", { merchant: merchant.name, reason: enrolment.reason })}
          </Note>
        )}
        {enrolment?.tailUntil && (
          <Note>
            {t("programs.tail")} <Instant at={enrolment.tailUntil} relative={false} />
          </Note>
        )}
        <ProgramParts
          product={program.product}
          icp={program.icp}
          countries={countryNames(locale, program.icp.countries)}
          criteria={program.criteria}
          terms={terms}
        />
      </DetailBody>
      <Join
        program={program}
        signed={signed}
        mayApply={props.role !== "provider_agent"}
        maySign={props.role === "provider_owner"}
      />
    </>
  );
}

function Side(props: {
  program: Program;
  record: Record | null;
  signed: { merchant: boolean; provider: boolean };
  title: string;
  version: string;
}) {
  const { terms, merchant, enrolment } = props.program;
  return (
    <>
      {terms && (
        <SideCard title={props.title}>
          <Simulator
            side="provider"
            zone={merchant.timeZone}
            versions={[{ label: props.version, terms: terms.terms }]}
          />
        </SideCard>
      )}
      <MerchantRecord record={props.record} />
      {enrolment && (
        <Signatures
          version={terms?.version ?? null}
          signed={props.signed}
          signatures={enrolment.signatures
            .filter((it) => it.termsVersionId === terms?.id)
            .map(({ party, at }) => ({ party, at, version: terms?.version ?? 0 }))}
        />
      )}
    </>
  );
}
