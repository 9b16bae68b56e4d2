"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { Input } from "#app/_ui/input.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";

type Program = { readonly id: string; readonly name: string };

/** Narrows a list by program and by text; what is chosen stands in the address. */
export function RoomFilter(props: { base: string; programs: readonly Program[]; bare?: boolean }) {
  const t = useWords("trade");
  const router = useRouter();
  const here = usePathname();
  const params = useSearchParams();
  const [, start] = useTransition();
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(params);
    next.delete("after");
    if (value) next.set(key, value);
    else next.delete(key);
    start(() => router.replace(`${here.startsWith(props.base) ? here : props.base}?${next}`, { scroll: false }));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    set("q", String(new FormData(event.currentTarget).get("q") ?? "").trim());
  };
  return (
    <div className={props.bare ? "flex min-w-[148px]" : "flex gap-2 border-line border-b px-4 py-2"}>
      {!props.bare && (
        <form onSubmit={submit} className="min-w-0 flex-1">
          <Input
            type="search"
            name="q"
            aria-label={t("filter.search")}
            placeholder={t("filter.short")}
            defaultValue={params.get("q") ?? ""}
            maxLength={80}
          />
        </form>
      )}
      {props.programs.length > 1 && (
        <div className="min-w-0 max-w-[168px] flex-1">
          <Select
            aria-label={t("filter.program")}
            value={params.get("program") ?? ""}
            empty={t("filter.allPrograms")}
            options={props.programs.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set("program", event.target.value)}
          />
        </div>
      )}
    </div>
  );
}
