import { ProviderRecord } from "#app/_program/record-facts.tsx";
import { Signatures } from "#app/_program/signatures.tsx";
import { TermsInWords } from "#app/_program/terms-in-words.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { DetailBody, DetailHead, DetailPart } from "#app/_ui/detail.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import type { Role } from "#server/kernel/actor.ts";
import { Decide } from "./decide.tsx";

type Enrolment = Answers["programs"]["enrolment"];
type Record = Answers["insight"]["providerRecords"][number];

/** One provider in one program: who it is, how it has done, what is signed, and what to decide. */
export async function ProviderDetail(props: { enrolment: Enrolment; record: Record | null; role: Role }) {
  const { enrolment } = props;
  const { provider, program, terms } = enrolment;
  const [t, words, locale] = await Promise.all([pageWords("merchant"), pageWords("program"), requestLocale()]);
  const country = new Intl.DisplayNames(locale, { type: "region" }).of(provider.country);
  return (
    <>
      <DetailHead
        title={provider.name}
        badge={<StateBadge object="enrolment" state={enrolment.status} />}
        facts={
          <>
            {country} <Sep /> {program.name} <Sep /> {t("providers.applied")} <Instant at={enrolment.appliedAt} />
            {provider.website && (
              <>
                {" "}
                <Sep /> {provider.website}
              </>
            )}
          </>
        }
      />
      <DetailBody
        side={
          <>
            <ProviderRecord record={props.record} />
            <Signatures version={enrolment.version} signed={enrolment.signed} signatures={enrolment.signatures} />
          </>
        }
      >
        {enrolment.reason && <Note>{t("providers.because", { reason: enrolment.reason })}</Note>}
        {enrolment.tailUntil && (
          <Note>
            {t("providers.tail")} <Instant at={enrolment.tailUntil} relative={false} />
          </Note>
        )}
        <DetailPart title={t("providers.message")}>
          <p className="max-w-[68ch] whitespace-pre-line leading-[1.6] wrap-anywhere">
            {enrolment.message || <span className="text-ink-3">{t("providers.noMessage")}</span>}
          </p>
        </DetailPart>
        {terms && (
          <DetailPart title={words("part.terms")} aside={words("terms.version", { version: terms.version })}>
            <TermsInWords terms={terms.terms} />
          </DetailPart>
        )}
      </DetailBody>
      {props.role === "merchant_owner" && <Decide enrolment={enrolment} />}
    </>
  );
}
