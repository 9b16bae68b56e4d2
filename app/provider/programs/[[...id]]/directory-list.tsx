import { countryOptions } from "#app/_program/countries.ts";
import { FeeShort } from "#app/_program/fee-short.tsx";
import { ask } from "#app/_trpc/server.ts";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { List, ListItem } from "#app/_ui/list.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import { Filters } from "./filters.tsx";
import { HERE, queryOf, type Search } from "./search.ts";

/** Every open program, newest first, narrowed by what the address says. */
export async function DirectoryList({ search, openId }: { search: Search; openId: string | null }) {
  const { text, country, industry, currency, after } = search;
  const [t, shell, locale] = await Promise.all([pageWords("provider"), pageWords("shell"), requestLocale()]);
  const page = await ask((lode) =>
    lode.programs.browse({
      text: text?.trim() || null,
      country: country || null,
      industry: industry?.trim() || null,
      currency: currency || null,
      after: after as never,
    }),
  );
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const said = [text, country && countries.of(country), industry, currency?.toUpperCase()].filter(Boolean);
  const query = queryOf(search);
  return (
    <>
      <Filters search={search} countries={countryOptions(locale)} />
      {page.rows.length === 0 && said.length > 0 && <FilteredEmpty filter={said.join(", ")} clearHref={HERE} />}
      {page.rows.length === 0 && said.length === 0 && (
        <Empty icon="programs" title={t("programs.emptyTitle")}>
          {t("programs.empty")}
        </Empty>
      )}
      <List label={shell("room.programs")}>
        {page.rows.map((row) => (
          <ListItem
            key={row.id}
            href={`${HERE}/${row.id}${query}`}
            selected={row.id === openId}
            title={row.name}
            end={row.terms && <FeeShort terms={row.terms.terms} />}
            facts={
              <>
                {row.merchant.name} <Sep /> {countries.of(row.merchant.country)}
              </>
            }
            foot={
              <>
                <span className="min-w-0 truncate text-ink-2">{row.summary}</span>
                {row.enrolment && <StateBadge object="enrolment" state={row.enrolment} />}
              </>
            }
          />
        ))}
      </List>
      <Pagination
        newerHref={after ? `${HERE}${queryOf(search, { after: null })}` : null}
        olderHref={page.next ? `${HERE}${queryOf(search, { after: page.next })}` : null}
      />
    </>
  );
}
