"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_SEARCH_LENGTH } from "#server/programs/program.ts";
import { TERMS_CURRENCIES } from "#server/programs/terms.ts";
import { HERE, queryOf, type Search } from "./search.ts";

/** What narrows the directory; it stands in the address, so that it can be shared and Back undoes it. */
export function Filters(props: { search: Search; countries: readonly { value: string; label: string }[] }) {
  const { search, countries } = props;
  const t = useWords("provider");
  const words = useWords("program");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const go = () => {
    if (!form.current) return;
    const typed = Object.fromEntries(
      [...new FormData(form.current)].map(([name, value]) => [name, String(value).trim()]),
    );
    router.push(`${HERE}${queryOf({ ...typed })}`, { scroll: false });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go();
  };
  return (
    <search>
      <form
        ref={form}
        key={queryOf(search)}
        onSubmit={submit}
        className="grid grid-cols-2 gap-2 border-line border-b bg-sunken px-4 py-3"
      >
        <Field label={t("programs.text")} className="col-span-2">
          <span className="flex gap-2">
            <Input name="text" type="search" defaultValue={search.text} maxLength={MAX_SEARCH_LENGTH} />
            <Button
              type="submit"
              icon="search"
              aria-label={t("programs.search")}
              className="h-(--entry)! w-(--entry)!"
            />
          </span>
        </Field>
        <Field label={t("programs.country")}>
          <Select
            name="country"
            defaultValue={search.country ?? ""}
            empty={t("programs.any")}
            options={countries}
            onChange={go}
          />
        </Field>
        <Field label={words("currency")}>
          <Select
            name="currency"
            defaultValue={search.currency ?? ""}
            empty={t("programs.any")}
            options={TERMS_CURRENCIES.map((code) => ({ value: code, label: code.toUpperCase() }))}
            onChange={go}
          />
        </Field>
        <Field label={words("icp.industries")} className="col-span-2">
          <Input
            name="industry"
            defaultValue={search.industry}
            maxLength={MAX_SEARCH_LENGTH}
            onBlur={(e) => e.target.value.trim() !== (search.industry ?? "") && go()}
          />
        </Field>
      </form>
    </search>
  );
}
