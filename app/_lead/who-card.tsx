import { SideCard } from "#app/_ui/card.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import { Hidden, HiddenWord } from "./hidden.tsx";
import { basisName, countryName } from "./lead-words.ts";

type Lead = {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly company: string;
  readonly title: string;
  readonly city: string;
  readonly country: string;
  readonly consentBasis: string;
};

/** Who it is: facts whole, the person masked until the lead is accepted. */
export async function WhoCard(props: { lead: Lead; isRevealed: boolean }) {
  const [t, common, locale] = await Promise.all([pageWords("trade"), pageWords("common"), requestLocale()]);
  const { lead, isRevealed } = props;
  const contact = (text: string, href: string) =>
    isRevealed ? (
      <a className="text-copper-text underline decoration-copper-line underline-offset-2 wrap-anywhere" href={href}>
        {text}
      </a>
    ) : (
      <HiddenWord text={text} />
    );
  const rows = [
    { key: t("who.person"), value: isRevealed ? lead.name : <HiddenWord text={lead.name} /> },
    { key: t("who.role"), value: <Hidden text={lead.title || "–"} /> },
    ...(lead.email ? [{ key: t("who.mail"), value: contact(lead.email, `mailto:${lead.email}`) }] : []),
    ...(lead.phone ? [{ key: t("who.phone"), value: contact(lead.phone, `tel:${lead.phone}`) }] : []),
    { key: t("who.company"), value: <Hidden text={lead.company || "–"} /> },
    { key: t("who.place"), value: [lead.city, countryName(locale, lead.country)].filter(Boolean).join(", ") || "–" },
    { key: t("who.consent"), value: basisName(t, lead.consentBasis) },
  ];
  return (
    <SideCard
      title={t("who.title")}
      aside={
        isRevealed || (
          <>
            <Icon name="lock" /> {common("maskedUntil")}
          </>
        )
      }
    >
      <KeyValues rows={rows} />
    </SideCard>
  );
}
