/** Why an issuer, or Stripe itself, says no to a card. */
export interface Decline {
  code: string;
  declineCode: string;
  message: string;
  advice: "confirm_card_data" | "do_not_try_again" | "try_again_later";
  /** True when Stripe's own risk rules refuse before the bank is asked. */
  blocked?: true;
}

/** A test card: a number and what happens to whoever uses it. */
export interface Card {
  number: string;
  names: readonly string[];
  brand: "visa" | "mastercard" | "amex" | "discover" | "unionpay" | "jcb" | "diners";
  funding?: "debit" | "prepaid";
  country?: string;
  decline?: Decline;
  /** The card can be kept, and is declined only when it is charged. */
  attaches?: true;
  /** When its owner has to prove it is them: always, until the card was set up, or only while they are there. */
  challenge?: "always" | "until_set_up" | "on_session";
  /** The challenge is passed, and then the card is declined. */
  declinedAfterChallenge?: true;
  availableAtOnce?: true;
  dispute?: "fraudulent" | "product_not_received" | "inquiry" | "fraud_warning" | "twice";
  refund?: "succeeds_later" | "fails_later";
}

const decline = (code: string, declineCode: string, message: string, advice: Decline["advice"]): Decline => ({
  code,
  declineCode,
  message,
  advice,
});
const said = (declineCode: string, advice: Decline["advice"]): Decline =>
  decline("card_declined", declineCode, "Your card was declined.", advice);

/** The reasons a scripted or magic card can be declined for. */
export const DECLINES = {
  generic_decline: said("generic_decline", "try_again_later"),
  insufficient_funds: decline(
    "card_declined",
    "insufficient_funds",
    "Your card has insufficient funds.",
    "try_again_later",
  ),
  lost_card: said("lost_card", "do_not_try_again"),
  stolen_card: said("stolen_card", "do_not_try_again"),
  expired_card: decline("expired_card", "expired_card", "Your card has expired.", "confirm_card_data"),
  incorrect_cvc: decline(
    "incorrect_cvc",
    "incorrect_cvc",
    "Your card's security code is incorrect.",
    "confirm_card_data",
  ),
  processing_error: decline(
    "processing_error",
    "processing_error",
    "An error occurred while processing your card. Try again in a little bit.",
    "try_again_later",
  ),
  card_velocity_exceeded: decline(
    "card_declined",
    "card_velocity_exceeded",
    "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
    "try_again_later",
  ),
  fraudulent: { ...said("fraudulent", "do_not_try_again"), blocked: true as const },
  authentication_required: decline(
    "authentication_required",
    "authentication_required",
    "Your card was declined. This transaction requires authentication.",
    "try_again_later",
  ),
} satisfies Record<string, Decline>;

/** Every card the sandbox knows. */
export const CARDS: readonly Card[] = [
  { number: "4242424242424242", names: ["visa"], brand: "visa" },
  { number: "4000056655665556", names: ["visa_debit"], brand: "visa", funding: "debit" },
  { number: "5555555555554444", names: ["mastercard"], brand: "mastercard" },
  { number: "5200828282828210", names: ["mastercard_debit"], brand: "mastercard", funding: "debit" },
  { number: "5105105105105100", names: ["mastercard_prepaid"], brand: "mastercard", funding: "prepaid" },
  { number: "378282246310005", names: ["amex"], brand: "amex" },
  { number: "6011111111111117", names: ["discover"], brand: "discover" },
  { number: "3056930009020004", names: ["diners"], brand: "diners" },
  { number: "3566002020360505", names: ["jcb"], brand: "jcb" },
  { number: "6200000000000005", names: ["unionpay"], brand: "unionpay" },
  { number: "4000002760000016", names: ["de"], brand: "visa", country: "DE" },
  { number: "4000008260000000", names: ["gb"], brand: "visa", country: "GB" },
  { number: "4000000000000077", names: ["bypassPending"], brand: "visa", availableAtOnce: true },
  {
    number: "4000003720000278",
    names: ["bypassPendingInternational"],
    brand: "visa",
    country: "IE",
    availableAtOnce: true,
  },
  {
    number: "4000000000000002",
    names: ["visa_chargeDeclined", "chargeDeclined"],
    brand: "visa",
    decline: DECLINES.generic_decline,
  },
  declined("4000000000009995", "InsufficientFunds", DECLINES.insufficient_funds),
  declined("4000000000009987", "LostCard", DECLINES.lost_card),
  declined("4000000000009979", "StolenCard", DECLINES.stolen_card),
  declined("4000000000000069", "ExpiredCard", DECLINES.expired_card),
  declined("4000000000000127", "IncorrectCvc", DECLINES.incorrect_cvc),
  declined("4000000000000119", "ProcessingError", DECLINES.processing_error),
  declined("4000000000006975", "VelocityLimitExceeded", DECLINES.card_velocity_exceeded),
  {
    number: "4000000000000341",
    names: ["chargeCustomerFail"],
    brand: "visa",
    decline: DECLINES.generic_decline,
    attaches: true,
  },
  {
    number: "4100000000000019",
    names: ["radarBlock"],
    brand: "visa",
    decline: DECLINES.fraudulent,
    attaches: true,
  },
  { number: "4000002500003155", names: ["authenticationRequiredOnSetup"], brand: "visa", challenge: "until_set_up" },
  { number: "4000002760003184", names: ["authenticationRequired"], brand: "visa", challenge: "always" },
  {
    number: "4000003800000446",
    names: ["authenticationRequiredSetupForOffSession"],
    brand: "visa",
    challenge: "on_session",
  },
  {
    number: "4000008260003178",
    names: ["authenticationRequiredChargeDeclinedInsufficientFunds"],
    brand: "visa",
    challenge: "until_set_up",
    decline: DECLINES.insufficient_funds,
    attaches: true,
    declinedAfterChallenge: true,
  },
  { number: "4000000000000259", names: ["createDispute"], brand: "visa", dispute: "fraudulent" },
  {
    number: "4000000000002685",
    names: ["createDisputeProductNotReceived"],
    brand: "visa",
    dispute: "product_not_received",
  },
  { number: "4000000000001976", names: ["createDisputeInquiry"], brand: "visa", dispute: "inquiry" },
  { number: "4000000000000268", names: ["createMultipleDisputes"], brand: "visa", dispute: "twice" },
  { number: "4000000000005423", names: ["createIssuerFraudRecord"], brand: "visa", dispute: "fraud_warning" },
  { number: "4000000000007726", names: ["pendingRefund"], brand: "visa", refund: "succeeds_later" },
  { number: "4000000000005126", names: ["refundFail"], brand: "visa", refund: "fails_later" },
];

function declined(number: string, name: string, why: Decline): Card {
  return { number, names: [`visa_chargeDeclined${name}`, `chargeDeclined${name}`], brand: "visa", decline: why };
}

/** The card behind `pm_card_…` or `tok_…`. */
export function cardNamed(name: string): Card | undefined {
  return CARDS.find((card) => card.names.includes(name));
}

/** The card with this number. */
export function cardNumbered(number: string): Card | undefined {
  return CARDS.find((card) => card.number === number);
}
