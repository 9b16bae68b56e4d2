import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "#app/_lead/address.ts";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Stat, Stats } from "#app/_ui/stat.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { EarningId } from "#server/payouts/earning.ts";
import { EarningDrawer } from "./earning-drawer.tsx";
import { EarningTable } from "./earning-table.tsx";
import { Forecast } from "./forecast.tsx";
import { HERE, POTS, potOf, type Search } from "./view.ts";

type Props = { params: Promise<{ open?: string[] }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.earnings") };
}

const SHOWN = ["held", "payable", "paid"] as const;

/** What the provider has earned: expected, held, payable, paid, and when the rest comes. */
export default async function EarningsPage(props: Props) {
  const [{ open = [] }, search] = await Promise.all([props.params, props.searchParams]);
  const earningId = open[0] === undefined ? null : EarningId.safeParse(open[0]);
  if (open.length > 1 || earningId?.success === false) notFound();
  const pot = potOf(search);
  const [t, shell, sums, forecast, page, { account }] = await Promise.all([
    pageWords("provider"),
    pageWords("shell"),
    ask((lode) => lode.payouts.myEarningSums()),
    ask((lode) => lode.payouts.myForecast()),
    ask((lode) => lode.payouts.myEarnings({ ...(pot && { pot }), ...(search.after && { after: search.after }) })),
    ask((lode) => lode.payouts.account()),
  ]);
  const tabs = [
    { href: HERE, label: t("earnings.all"), current: !pot },
    ...POTS.map((name) => ({
      href: address(HERE, { pot: name }),
      label: t(`earnings.pot.${name}`),
      current: name === pot,
    })),
  ];
  return (
    <Room>
      <TopBar title={shell("room.earnings")} views={<Tabs label={t("earnings.views")} tabs={tabs} />} />
      {sums.length > 0 && (
        <Stats flush>
          {SHOWN.map((name) => (
            <Stat key={name} label={t(`earnings.pot.${name}`)}>
              <Amounts amounts={sums.map((sum) => amountIn(sum, name))} />
            </Stat>
          ))}
        </Stats>
      )}
      <RoomBody ground="surface" flush>
        {!account?.ready && (
          <div className="p-4">
            <Note
              hue="sulphur"
              action={
                <LinkButton size="small" href="/provider/account">
                  {t("earnings.toAccount")}
                </LinkButton>
              }
            >
              {t("earnings.accountNeeded")}
            </Note>
          </div>
        )}
        <EarningTable rows={page.rows} pot={pot} search={search} openId={earningId?.data ?? null} />
        <Pagination
          newerHref={search.after ? address(HERE, { ...search, after: null }) : null}
          olderHref={page.next ? address(HERE, { ...search, after: page.next }) : null}
        />
        {!pot && forecast.length > 0 && <Forecast days={forecast} />}
      </RoomBody>
      {earningId?.data && <EarningDrawer earningId={earningId.data} search={search} />}
    </Room>
  );
}

type Sum = { currency: string; pots: readonly { pot: string; amount: { minor: bigint; currency: string } }[] };
const amountIn = (sum: Sum, pot: string) =>
  sum.pots.find((one) => one.pot === pot)?.amount ?? { minor: 0n, currency: sum.currency };

/** One amount per currency that has any; a dash when there is nothing. */
function Amounts({ amounts }: { amounts: readonly { minor: bigint; currency: string }[] }) {
  const some = amounts.filter((amount) => amount.minor !== 0n);
  if (some.length === 0) return <span>–</span>;
  return some.map((amount) => <Money key={amount.currency} {...amount} />);
}
