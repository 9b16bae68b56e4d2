"use client";
import { Select } from "#app/_ui/select.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { COUNTRIES } from "#server/members/organisation.ts";
import { Tags } from "./tags.tsx";

/** Several countries, added one by one from a list in the viewer's language. Inside a Field. */
export function CountryPicker(props: { values: readonly string[]; onChange: (values: string[]) => void }) {
  const t = useWords("merchant");
  const { locale } = useViewer();
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const nameOf = (code: string) => names.of(code) ?? code;
  const { values, onChange } = props;
  const options = COUNTRIES.filter((code) => !values.includes(code))
    .map((code) => ({ value: code, label: nameOf(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <div className="grid gap-2">
      <Tags values={values} label={nameOf} onRemove={(value) => onChange(values.filter((it) => it !== value))} />
      <Select
        value=""
        empty={t("program.countryAdd")}
        options={options}
        onChange={(event) => event.target.value && onChange([...values, event.target.value])}
      />
    </div>
  );
}
