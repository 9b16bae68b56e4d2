import { type Id, idSchema } from "./id.ts";

export type OrganisationId = Id<"org">;
export const OrganisationId = idSchema("org");
export type UserId = Id<"user">;
export const UserId = idSchema("user");

export type OrganisationKind = "merchant" | "provider" | "platform";

/** What a member may be in an organisation of each kind. */
export const ROLES = [
  "merchant_owner",
  "merchant_closer",
  "provider_owner",
  "provider_manager",
  "provider_agent",
  "platform_finance",
  "platform_admin",
] as const;
export type Role = (typeof ROLES)[number];

export const kindOf = (role: Role): OrganisationKind => role.slice(0, role.indexOf("_")) as OrganisationKind;

/** Who is asking, on behalf of whom. Read from the session once; no procedure takes it from its input. */
export type Actor = { readonly userId: UserId; readonly organisationId: OrganisationId; readonly role: Role };

/** Lode itself, when a clock or a job acts: nobody's session, no right through the door. */
export type System = { readonly userId: null; readonly organisationId: null; readonly role: "system" };
export const SYSTEM: System = { userId: null, organisationId: null, role: "system" };

/** Anyone who can be written down as the author of an event. */
export type Author = Actor | System;
