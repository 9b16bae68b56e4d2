"use client";
import { useRouter } from "next/navigation";
import { Input } from "#app/_ui/input.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_SEARCH_TEXT, PROSPECT_STATUSES } from "#server/prospects/prospect.ts";
import { type filterOf, HERE, hrefOf } from "./filter.ts";

type Given = {
  filter: ReturnType<typeof filterOf>;
  programs: readonly { id: string; name: string }[];
};

/** Narrows the list: by words, by state, by program. The address keeps it. */
export function FilterBar({ filter, programs }: Given) {
  const t = useWords("provider");
  const state = useWords("state");
  const router = useRouter();
  const { after, ...rest } = filter;
  const go = (change: Given["filter"]) => router.push(`${HERE}${hrefOf({ ...rest, ...change })}`, { scroll: false });
  return (
    <search className="flex items-center gap-2 phone:flex-wrap">
      <form
        className="phone:w-full"
        onSubmit={(event) => {
          event.preventDefault();
          go({ text: String(new FormData(event.currentTarget).get("text") ?? "").trim() });
        }}
      >
        <Input
          key={filter.text ?? ""}
          type="search"
          name="text"
          aria-label={t("prospects.search")}
          placeholder={t("prospects.searchPlaceholder")}
          defaultValue={filter.text ?? ""}
          maxLength={MAX_SEARCH_TEXT}
          className="h-(--control)! w-[230px]! phone:w-full!"
        />
      </form>
      <span className="w-[132px] flex-none phone:flex-1">
        <Select
          aria-label={t("prospects.status")}
          className="h-(--control)!"
          empty={t("prospects.allStatuses")}
          value={filter.status ?? ""}
          onChange={(event) => go({ status: event.target.value })}
          options={PROSPECT_STATUSES.map((status) => ({ value: status, label: state(`prospect.${status}`) }))}
        />
      </span>
      {programs.length > 1 && (
        <span className="w-[170px] flex-none phone:flex-1">
          <Select
            aria-label={t("prospects.program")}
            className="h-(--control)!"
            empty={t("prospects.allPrograms")}
            value={filter.programId ?? ""}
            onChange={(event) => go({ programId: event.target.value })}
            options={programs.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </span>
      )}
    </search>
  );
}
