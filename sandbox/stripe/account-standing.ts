/** What a connected account may be allowed to do. */
export type CapabilityName = "stripe_transfers" | "payouts";

/** How far a capability has come. */
export type CapabilityStatus = "active" | "pending" | "restricted" | "rejected" | "unsupported";

/** How far an account has come: whether its owner finished, and what was decided about it since. */
export interface Standing {
  submitted: boolean;
  /** The external bank account, once there is one. */
  bank?: string;
  overrides: { [name in CapabilityName]?: CapabilityStatus };
}

/** A capability as v2 shows it, with the reason when it is not active. */
export function capabilityStatus(standing: Standing, name: CapabilityName) {
  const status = standing.overrides[name] ?? (standing.submitted ? "active" : "restricted");
  return { status, status_details: detailsOf(status) };
}

function detailsOf(status: CapabilityStatus): { code: string; resolution: string }[] {
  switch (status) {
    case "active":
      return [];
    case "pending":
      return [{ code: "requirements_pending_verification", resolution: "no_resolution" }];
    case "rejected":
      return [{ code: "rejected_other", resolution: "contact_stripe" }];
    case "unsupported":
      return [{ code: "unsupported_country", resolution: "no_resolution" }];
    default:
      return [{ code: "requirements_past_due", resolution: "provide_info" }];
  }
}

const ASKED = [
  "identity.individual.given_name",
  "identity.individual.surname",
  "identity.individual.date_of_birth",
  "identity.individual.address",
  "identity.attestations.terms_of_service.account",
  "configuration.recipient.default_outbound_destination",
];

/** What an account's owner still has to tell, as v2 shows it. */
export function toRequirements(standing: Standing): object {
  const due = dueOf(standing);
  if (due.length === 0) return { entries: [], summary: {} };
  const deadline = { status: "currently_due" };
  return {
    entries: due.map((description) => ({
      awaiting_action_from: "user",
      description,
      errors: [],
      impact: {
        restricts_capabilities: [
          { capability: "stripe_balance.stripe_transfers", configuration: "recipient", deadline },
          { capability: "stripe_balance.payouts", configuration: "recipient", deadline },
        ],
      },
      minimum_deadline: deadline,
      requested_reasons: [{ code: "routine_onboarding" }],
    })),
    summary: { minimum_deadline: deadline },
  };
}

/** The names of what is still to be told. */
export function dueOf(standing: Standing): string[] {
  if (!standing.submitted) return ASKED;
  const refused = Object.values(standing.overrides).some((status) => status === "restricted");
  return refused ? ["identity.individual.documents.primary_verification"] : [];
}
