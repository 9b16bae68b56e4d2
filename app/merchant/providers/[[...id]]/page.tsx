import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ask } from "#app/_trpc/server.ts";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { List, ListItem } from "#app/_ui/list.tsx";
import { ListDetail } from "#app/_ui/list-detail.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { EnrolmentId } from "#server/programs/enrolment.ts";
import { ProviderDetail } from "./provider-detail.tsx";

const HERE = "/merchant/providers";
const VIEWS = ["applied", "approved", "suspended", "ended", "rejected"] as const;

type Props = {
  params: Promise<{ id?: string[] }>;
  searchParams: Promise<{ status?: string; after?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.providers") };
}

/** Who works, or wishes to work, for the merchant's programs; the open one beside the list. */
export default async function ProvidersPage(props: Props) {
  const [{ id }, { status: wanted, after }] = await Promise.all([props.params, props.searchParams]);
  const enrolmentId = id && EnrolmentId.safeParse(id[0]);
  if ((enrolmentId && !enrolmentId.success) || (id && id.length > 1)) notFound();
  const status = VIEWS.find((it) => it === wanted) ?? null;
  const [t, shell, state, page, open] = await Promise.all([
    pageWords("merchant"),
    pageWords("shell"),
    pageWords("state"),
    ask((lode) => lode.programs.enrolments({ status, after: after as never })),
    enrolmentId ? detailOf(enrolmentId.data) : null,
  ]);
  const query = hrefOf({ status, after });
  return (
    <Room>
      <TopBar
        title={shell("room.providers")}
        views={
          <Tabs
            label={t("providers.views")}
            tabs={[
              { href: HERE, label: t("providers.all"), current: !status },
              ...VIEWS.map((it) => ({
                href: `${HERE}?status=${it}`,
                label: state(`enrolment.${it}`),
                current: it === status,
              })),
            ]}
          />
        }
      />
      <ListDetail
        label={t("providers.detail")}
        closeHref={`${HERE}${query}`}
        empty={page.rows.length > 0 && <p className="text-ink-3">{t("providers.choose")}</p>}
        detail={open && <ProviderDetail enrolment={open.enrolment} record={open.record} role={open.role} />}
        list={
          <>
            {page.rows.length === 0 && status && (
              <FilteredEmpty filter={state(`enrolment.${status}`)} clearHref={HERE} />
            )}
            {page.rows.length === 0 && !status && (
              <Empty icon="people" title={t("providers.emptyTitle")}>
                {t("providers.empty")}
              </Empty>
            )}
            <List label={shell("room.providers")}>
              {page.rows.map((row) => (
                <ListItem
                  key={row.id}
                  href={`${HERE}/${row.id}${query}`}
                  selected={row.id === open?.enrolment.id}
                  title={row.provider.name}
                  end={<Instant at={row.appliedAt} />}
                  facts={row.program.name}
                  foot={
                    <>
                      <StateBadge object="enrolment" state={row.status} />
                      {row.status === "approved" && (!row.signed.merchant || !row.signed.provider) && (
                        <span className="text-sulphur-fg">{t("providers.unsigned")}</span>
                      )}
                    </>
                  }
                />
              ))}
            </List>
            <Pagination
              newerHref={after ? `${HERE}${hrefOf({ status })}` : null}
              olderHref={page.next ? `${HERE}${hrefOf({ status, after: page.next })}` : null}
            />
          </>
        }
      />
    </Room>
  );
}

async function detailOf(enrolmentId: EnrolmentId) {
  const [enrolment, me] = await Promise.all([
    ask((lode) => lode.programs.enrolment({ enrolmentId })),
    ask((lode) => lode.members.me()),
  ]);
  const organisationIds = [enrolment.provider.id as never];
  const [record = null] = await ask((lode) => lode.insight.providerRecords({ organisationIds }));
  return { enrolment, record, role: me.role };
}

function hrefOf({ status, after }: { status?: string | null; after?: string | undefined }): string {
  const query = new URLSearchParams({ ...(status && { status }), ...(after && { after }) }).toString();
  return query && `?${query}`;
}
