/** The six hues of a state; each has one meaning in every object. */
export type Hue = "slate" | "azurite" | "sulphur" | "malachite" | "cinnabar" | "amethyst";

/** What a badge draws: a hue, and for slate whether the thing has not begun or is over. */
export type Mark = Hue | "over";

/**
 * Every state of every object and how it is marked: slate has not begun, over is over, azurite moves by itself,
 * sulphur waits for a person, malachite is done or agreed, cinnabar refused or failed, amethyst contested or frozen.
 */
export const STATES = {
  program: { draft: "slate", published: "malachite", paused: "over", closed: "over" },
  terms: { draft: "slate", active: "malachite", superseded: "over" },
  enrolment: {
    applied: "sulphur",
    invited: "sulphur",
    approved: "malachite",
    rejected: "cinnabar",
    declined: "over",
    suspended: "amethyst",
    ended: "over",
  },
  prospect: {
    new: "slate",
    working: "azurite",
    snoozed: "azurite",
    qualified: "sulphur",
    handed_over: "malachite",
    disqualified: "over",
    invalid: "over",
    do_not_contact: "cinnabar",
  },
  claim: { active: "azurite", converted: "malachite", released: "over", expired: "over" },
  lead: {
    submitted: "sulphur",
    accepted: "malachite",
    rejected: "cinnabar",
    returned: "cinnabar",
    withdrawn: "over",
    appealed: "amethyst",
    final: "over",
  },
  stage: {
    open: "slate",
    contacted: "azurite",
    meeting: "azurite",
    proposal: "azurite",
    negotiation: "azurite",
    won: "malachite",
    lost: "cinnabar",
    dormant: "over",
  },
  deal: {
    reported: "sulphur",
    confirmed: "malachite",
    contested: "amethyst",
    amended: "azurite",
    cancelled: "over",
    void: "over",
  },
  settlement: {
    accrued: "slate",
    collecting: "azurite",
    action_required: "sulphur",
    retry_scheduled: "azurite",
    processing: "azurite",
    collected: "malachite",
    uncollectible: "cinnabar",
    void: "over",
  },
  earning: {
    contingent: "slate",
    held: "azurite",
    in_review: "sulphur",
    approved: "azurite",
    transferring: "azurite",
    transferred: "malachite",
    bank_paid: "malachite",
    bank_failed: "cinnabar",
    frozen: "amethyst",
    clawback_due: "cinnabar",
    clawed_back: "over",
    debt: "cinnabar",
    offset: "over",
    written_off: "over",
    void: "over",
  },
  payout: {
    draft: "slate",
    submitted: "sulphur",
    approved: "azurite",
    executing: "azurite",
    completed: "malachite",
    partially_failed: "cinnabar",
    cancelled: "over",
  },
  dispute: { open: "amethyst", evidence: "amethyst", decided: "malachite", closed: "over" },
  import: { uploaded: "sulphur", running: "azurite", done: "malachite", failed: "cinnabar", cancelled: "over" },
  account: {
    none: "slate",
    pending: "azurite",
    action_required: "sulphur",
    active: "malachite",
    restricted: "cinnabar",
  },
} as const satisfies Record<string, Record<string, Mark>>;

/** An object that has states; a collection has those of its settlement. */
export type StateObject = keyof typeof STATES;
/** The states that an object can be in. */
export type StateOf<O extends StateObject> = keyof (typeof STATES)[O] & string;
