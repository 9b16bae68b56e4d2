import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { List, ListItem } from "#app/_ui/list.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import { HERE, queryOf, type Search } from "./search.ts";

/** The programs in which the provider has, had or wishes a place, newest first. */
export async function OwnList({ search, openId }: { search: Search; openId: string | null }) {
  const [t, page] = await Promise.all([
    pageWords("provider"),
    ask((lode) => lode.programs.enrolments({ after: search.after as never })),
  ]);
  return (
    <>
      {page.rows.length === 0 && (
        <Empty
          icon="programs"
          title={t("programs.noneTitle")}
          action={
            <LinkButton href={HERE} kind="primary">
              {t("programs.browse")}
            </LinkButton>
          }
        >
          {t("programs.none")}
        </Empty>
      )}
      <List label={t("programs.own")}>
        {page.rows.map((row) => (
          <ListItem
            key={row.id}
            href={`${HERE}/${row.program.id}${queryOf(search)}`}
            selected={row.program.id === openId}
            title={row.program.name}
            end={<Instant at={row.appliedAt} />}
            facts={row.merchant.name}
            foot={
              <>
                <StateBadge object="enrolment" state={row.status} />
                {!row.signed.provider && row.status === "approved" && (
                  <span className="text-sulphur-fg">{t("programs.signNow")}</span>
                )}
              </>
            }
          />
        ))}
      </List>
      <Pagination
        newerHref={search.after ? `${HERE}${queryOf(search, { after: null })}` : null}
        olderHref={page.next ? `${HERE}${queryOf(search, { after: page.next })}` : null}
      />
    </>
  );
}
