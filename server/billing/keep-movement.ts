import { SYSTEM } from "#server/kernel/actor.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { recordMoney } from "#server/payouts/record-money.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, isDuplicate, type Tx } from "#server/platform/db.ts";
import { type Booking, chargeBooking, type Movement, otherBooking } from "./balance-transaction.ts";

/** Mirrors a movement on Stripe's balance and books it, once. False when what explains it is not known yet: look again later. */
export async function keepMovement(movement: Movement): Promise<boolean> {
  try {
    return await inTransaction((tx) => keep(tx, movement));
  } catch (error) {
    // Somebody else mirrored it at the same moment.
    if (isDuplicate(error)) return true;
    throw error;
  }
}

async function keep(tx: Tx, movement: Movement): Promise<boolean> {
  if (await tx.balanceTransaction.findUnique({ where: { id: movement.id }, select: { id: true } })) return true;
  const booking = await bookingOf(tx, movement);
  if (!booking) return false;
  const { id, type, reportingCategory, sourceId, amount, fee, net, createdAt, availableOn } = movement;
  await tx.balanceTransaction.create({
    data: {
      id,
      type,
      reportingCategory,
      sourceId,
      currency: net.currency,
      amountMinor: amount.minor,
      feeMinor: fee.minor,
      netMinor: net.minor,
      createdAt,
      availableOn,
      cause: booking.cause,
    },
  });
  if (booking.cause.startsWith("unk:"))
    await recordMoney(tx, SYSTEM, { what: "balance_transaction.unmatched", about: id, detail: { type } });
  await transfer(tx, booking.legs);
  return true;
}

/** What a movement is booked as; null while its charge or transfer is not in the books. */
async function bookingOf(tx: Tx, movement: Movement): Promise<Booking | null> {
  const { type, sourceId, net, amount } = movement;
  if ((type === "charge" || type === "payment") && sourceId) {
    const collection = await tx.collection.findUnique({ where: { stripeChargeId: sourceId } });
    if (!collection) return (await mayStillBeExplained(tx, movement)) ? null : otherBooking(movement);
    // Another currency or amount than was charged is not explained by the charge: a person is asked.
    const isWhole = collection.currency === net.currency && collection.amountMinor === amount.minor;
    return isWhole ? chargeBooking(movement) : otherBooking(movement);
  }
  if (type === "transfer" && sourceId) {
    const booked = await tx.ledgerTransfer.findUnique({ where: { cause: `tr:${sourceId}` }, select: { cause: true } });
    if (booked) return { cause: booked.cause, legs: [] };
    return (await mayStillBeExplained(tx, movement)) ? null : otherBooking(movement);
  }
  return otherBooking(movement);
}

/** Young movements wait for the fact that explains them; after an hour a person is asked. */
const WAIT_MS = 60 * 60_000;
const mayStillBeExplained = async (tx: Tx, { createdAt }: Movement): Promise<boolean> =>
  (await clock.now(tx)).getTime() - createdAt.getTime() < WAIT_MS;
