import { z } from "zod";
import { OrganisationId, type OrganisationKind, type Role, type UserId } from "#server/kernel/actor.ts";
import { job } from "#server/kernel/job.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line } from "#server/kernel/text.ts";
import { Country, MAX_ORGANISATION_NAME, TimeZone } from "./organisation.ts";

/** Characters of a person's name. */
export const MAX_PERSON_NAME = 100;
/** Characters of an e-mail address (RFC 5321). */
export const MAX_EMAIL = 254;
/** Characters of a password, at least and at most. */
export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;

/** The languages a person can be spoken to in. */
export const Locale = z.enum(["en", "zh-CN"]);
export type Locale = z.infer<typeof Locale>;
export const localeOf = (kept: string): Locale => Locale.catch("en").parse(kept);

export const EmailAddress = z.string().trim().toLowerCase().pipe(z.email().max(MAX_EMAIL));
export const Password = z.string().min(MIN_PASSWORD).max(MAX_PASSWORD);

export const emailIsTaken = refusal("email_is_taken", "conflict");
export const passwordIsWrong = refusal("password_is_wrong", "invalid");

/** A new organisation on one side of the marketplace, and the person who owns it. */
export const SignUp = z.object({
  kind: z.enum(["merchant", "provider"]),
  organisationName: line(MAX_ORGANISATION_NAME),
  country: Country,
  timeZone: TimeZone,
  name: line(MAX_PERSON_NAME),
  email: EmailAddress,
  password: Password,
  locale: Locale.default("en"),
});
export type SignUp = z.infer<typeof SignUp>;

export const ChangeName = z.object({ name: line(MAX_PERSON_NAME) });
export const ChangeLocale = z.object({ locale: Locale });
export const ChangePassword = z.object({ current: z.string().max(MAX_PASSWORD), password: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** Says hello to the first person of a new organisation. */
export const welcome = job("members.welcome", z.object({ organisationId: OrganisationId }));

/** Whoever is signed in: the person, and on whose behalf. */
export type Me = {
  readonly user: { readonly id: UserId; readonly name: string; readonly email: string; readonly locale: Locale };
  readonly organisation: Place & { readonly timeZone: string; readonly country: string };
  readonly role: Role;
  /** Every organisation this person works in, the present one included. */
  readonly organisations: readonly (Place & { readonly role: Role })[];
};
type Place = { readonly id: OrganisationId; readonly name: string; readonly kind: OrganisationKind };
