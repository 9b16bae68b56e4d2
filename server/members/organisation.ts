import { z } from "zod";
import type { OrganisationKind } from "#server/kernel/actor.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line, prose } from "#server/kernel/text.ts";
import { isTimeZone } from "#server/kernel/time.ts";

/** Characters of an organisation's name. */
export const MAX_ORGANISATION_NAME = 120;
/** Characters of a postal address, over several lines. */
export const MAX_POSTAL_ADDRESS = 500;
/** Characters of a website's address. */
export const MAX_WEBSITE = 200;

/** ISO 3166-1 alpha-2: where a merchant may be. */
export const COUNTRIES: readonly string[] =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split(
    " ",
  );

/** Where Lode can pay a provider: United States, United Kingdom, the EEA, Canada, Switzerland. */
export const PROVIDER_COUNTRIES: readonly string[] =
  "AT BE BG CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK US".split(" ");

export const providerCountryIsNotServed = refusal("provider_country_is_not_served", "invalid");
export const organisationIsUnknown = refusal("organisation_is_unknown", "not_found");

export const Country = z.string().refine((code) => COUNTRIES.includes(code));
export const TimeZone = z.string().max(64).refine(isTimeZone);

/** What an owner may change about the organisation; its kind and country stay as they were at sign-up. */
export const ChangeOrganisation = z.object({
  name: line(MAX_ORGANISATION_NAME),
  timeZone: TimeZone,
  postalAddress: prose(MAX_POSTAL_ADDRESS),
  website: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(MAX_WEBSITE)]),
});
export type ChangeOrganisation = z.infer<typeof ChangeOrganisation>;

/** A provider is paid through Stripe to a bank, and that works in these countries only; merchants may be anywhere. */
export function assertServed(kind: OrganisationKind, country: string): void {
  if (kind === "provider" && !PROVIDER_COUNTRIES.includes(country)) throw providerCountryIsNotServed({ country });
}
