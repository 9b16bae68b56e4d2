import { z } from "zod";
import { OrganisationId, type OrganisationKind, type UserId } from "#server/kernel/actor.ts";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { job } from "#server/kernel/job.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { DAY_MS, MINUTE_MS } from "#server/kernel/time.ts";
import { EmailAddress, Locale, MAX_PASSWORD } from "./user.ts";

export type SessionId = Id<"session">;
export const SessionId = idSchema("session");

/** How long a browser stays signed in. */
export const SESSION_MS = 30 * DAY_MS;
/** How long a sign-in link lives, and that of an invitation. */
export const LINK_MINUTES = 15;
export const LINK_MS = LINK_MINUTES * MINUTE_MS;
/** Failed tries within the window: for one e-mail address, and from one network address. Links asked for count too. */
export const TRIES_MINUTES = 15;
export const TRIES_MS = TRIES_MINUTES * MINUTE_MS;
export const MAX_TRIES_PER_EMAIL = 10;
export const MAX_TRIES_PER_IP = 30;
/** Sessions shown in the settings, newest first. */
export const MAX_SESSIONS_SHOWN = 50;
/** Characters kept of what a browser calls itself. */
export const MAX_USER_AGENT = 300;

export const signInIsWrong = refusal("sign_in_is_wrong", "invalid");
export const tooManyTries = refusal("too_many_tries", "too_many");
export const linkIsDead = refusal("link_is_dead", "invalid");
export const noOrganisationLeft = refusal("no_organisation_left", "forbidden");
export const sessionIsUnknown = refusal("session_is_unknown", "not_found");

/** 256 bits of chance, as they stand in a mailed address. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const SignIn = z.object({ email: EmailAddress, password: z.string().min(1).max(MAX_PASSWORD) });
export type SignIn = z.infer<typeof SignIn>;
export const UseLink = z.object({ token: Token });

/** A page of ours, by its path: never another site's. */
export const OwnPath = z
  .string()
  .max(1000)
  .refine((path) => isOwnPath(path));
export const AskForLink = z.object({ email: EmailAddress, locale: Locale, next: OwnPath.optional() });
export type AskForLink = z.infer<typeof AskForLink>;

export const EndSession = z.object({ sessionId: SessionId });
export const SwitchOrganisation = z.object({ organisationId: OrganisationId });

/** Makes a link and mails it, when the address is somebody's. Asked for in either case, so that the answer tells nothing. */
export const mailLink = job("members.mail-link", AskForLink);

/** Where a request came from, as far as a session keeps it. */
export type Origin = { readonly ip: string | null; readonly userAgent: string | null };

export type Started = { readonly sessionId: SessionId; readonly userId: UserId };

const HOME = { merchant: "/merchant", provider: "/provider", platform: "/finance" } as const satisfies Record<
  OrganisationKind,
  string
>;

/** Where an organisation's people begin. */
export const homeOf = (kind: OrganisationKind): string => HOME[kind];

/** Is this a path on our own site? Two slashes, a backslash or a control character would lead a browser elsewhere. */
export function isOwnPath(path: string): boolean {
  if (!path.startsWith("/") || /[\\\p{Cc}]/u.test(path)) return false;
  const base = "http://lode.invalid";
  return URL.canParse(path, base) && new URL(path, base).origin === base && !path.startsWith("//");
}

/** Where to go after signing in: back to where one was going, else home. */
export const afterSignIn = (next: string | null | undefined, kind: OrganisationKind): string =>
  next && isOwnPath(next) && !/^\/(api|sign)/.test(next) ? next : homeOf(kind);
