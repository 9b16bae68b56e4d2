import { accountWord } from "#app/_money/account-word.ts";
import type { Answers } from "#app/_trpc/answers.ts";
import { Money } from "#app/_ui/money.tsx";
import { pageWords } from "#app/_words/request.ts";

type Booking = Answers["insight"]["payoutStory"]["bookings"][number];

/** The ledger's lines behind one earning, small. */
export async function StoryLedger({ bookings }: { bookings: readonly Booking[] }) {
  const t = await pageWords("finance");
  return (
    <table className="mt-1.5 w-full border-collapse text-11 text-ink-2">
      <caption className="sr-only">{t("payouts.story.ledger")}</caption>
      <thead>
        <tr className="text-ink-3">
          <th scope="col" className="py-1 text-left font-medium">
            {t("payouts.story.debit")}
          </th>
          <th scope="col" className="py-1 text-left font-medium">
            {t("payouts.story.credit")}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            {t("ledger.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {bookings.map((booking) => (
          <tr key={booking.id} title={booking.cause} className="border-line border-t">
            <td className="py-1 pr-2">{t(`ledger.kind.${accountWord(booking.debit)}`)}</td>
            <td className="py-1 pr-2">{t(`ledger.kind.${accountWord(booking.credit)}`)}</td>
            <td className="py-1">
              <Money {...booking.amount} className="block" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
