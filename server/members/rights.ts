import type { Actor, Role } from "#server/kernel/actor.ts";

const MERCHANT = ["merchant_owner", "merchant_closer"] as const;
const MANAGERS = ["provider_owner", "provider_manager"] as const;
const PROVIDER = [...MANAGERS, "provider_agent"] as const;
const PLATFORM = ["platform_finance", "platform_admin"] as const;
const OWNERS = ["merchant_owner", "provider_owner", "platform_admin"] as const;
const ALL = [...MERCHANT, ...PROVIDER, ...PLATFORM] as const;

/** Everything a member may do, and in which role. The one table of rights. */
const RIGHTS = {
  "self:read": ALL,
  "self:change": ALL,
  "feed:follow": ALL,
  "organisation:read": ALL,
  "organisation:change": OWNERS,
  "member:read": ALL,
  "member:invite": OWNERS,
  "member:change": OWNERS,
  "event:read": ALL,
  "record:read": [...MERCHANT, ...PROVIDER, ...PLATFORM],

  "program:read": MERCHANT,
  "program:change": ["merchant_owner"],
  "terms:change": ["merchant_owner"],
  "terms:sign": ["merchant_owner", "provider_owner"],
  "directory:browse": MANAGERS,
  "enrolment:read": [...MERCHANT, ...PROVIDER],
  "enrolment:apply": MANAGERS,
  "enrolment:decide": ["merchant_owner"],

  "prospect:import": MANAGERS,
  "prospect:read": PROVIDER,
  "prospect:work": PROVIDER,

  "lead:hand-over": PROVIDER,
  "lead:read": [...MERCHANT, ...PROVIDER],
  "lead:decide": MERCHANT,
  "lead:appeal": MANAGERS,
  "lead:withdraw": MANAGERS,
  "appeal:decide": ["platform_finance"],

  "stage:move": MERCHANT,
  "deal:read": [...MERCHANT, ...PROVIDER],
  "evidence:open": [...MERCHANT, ...PROVIDER, "platform_finance"],
  "deal:report": [...MERCHANT, ...MANAGERS],
  "deal:answer": [...MERCHANT, ...MANAGERS],
  "deal:decide": ["platform_finance"],

  "payment-method:read": MERCHANT,
  "payment-method:change": ["merchant_owner"],
  "settlement:read": MERCHANT,
  "payout-account:read": MANAGERS,
  "payout-account:change": ["provider_owner"],
  "earning:read": MANAGERS,

  "payout:read": PLATFORM,
  "payout:make": ["platform_finance"],
  "payout:approve": ["platform_finance"],
  "finance:read": PLATFORM,
  "organisation:browse": PLATFORM,
} as const satisfies Record<`${string}:${string}`, readonly Role[]>;

/** What anybody may do, signed in or not. */
const OPEN_RIGHTS = ["door:enter", "directory:look"] as const;

export type Right = keyof typeof RIGHTS;
export type OpenRight = (typeof OPEN_RIGHTS)[number];

export const rolesWith = (right: Right): readonly Role[] => RIGHTS[right];
export const may = (actor: Pick<Actor, "role">, right: Right): boolean => rolesWith(right).includes(actor.role);
