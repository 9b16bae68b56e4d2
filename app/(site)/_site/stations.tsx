import { Money } from "#app/_ui/money.tsx";
import { type Lang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { Strata } from "./strata.tsx";
import { Wide } from "./wide.tsx";

const STATIONS = ["found", "qualified", "accepted", "won", "charged"] as const;

/** The way of a lead along the vein, with what has been paid at each station: nothing until the last. */
export function Stations(props: { lang: Lang }) {
  const t = translator(localeOfLang(props.lang), "site");
  return (
    <section id="how" className="scroll-mt-4">
      <Strata />
      <Wide>
        <ol className="mt-[18px] grid gap-6 phone:mt-2 phone:gap-0 wide:grid-cols-5">
          {STATIONS.map((station) => {
            const paid = station === "charged";
            return (
              <li
                key={station}
                className="grid content-start gap-[3px] text-14 phone:grid-cols-[minmax(0,1fr)_auto] phone:gap-x-4 phone:border-line phone:border-b phone:py-3"
              >
                <b className="font-semibold text-16">{t(`vein.${station}`)}</b>
                <span className="text-ink-2 phone:row-start-2">{t(`vein.${station}Says`)}</span>
                <span
                  className={
                    paid
                      ? "mt-0.5 font-semibold text-20 text-copper-text tracking-[-.01em] phone:mt-0 phone:text-16"
                      : "mt-0.5 text-ink-3 phone:mt-0"
                  }
                >
                  <Money minor={paid ? 432000n : 0n} currency="eur" />
                </span>
              </li>
            );
          })}
        </ol>
      </Wide>
    </section>
  );
}
