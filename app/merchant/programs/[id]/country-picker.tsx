"use client";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { Tags } from "./tags.tsx";

/** Several countries, added one by one from a list in the viewer's language. Inside a Field. */
export function CountryPicker(props: {
  values: readonly string[];
  countries: readonly { value: string; label: string }[];
  onChange: (values: string[]) => void;
}) {
  const t = useWords("merchant");
  const { values, countries, onChange } = props;
  return (
    <div className="grid gap-2">
      <Tags
        values={values}
        label={(code) => countries.find(({ value }) => value === code)?.label ?? code}
        onRemove={(value) => onChange(values.filter((it) => it !== value))}
      />
      <Select
        value=""
        empty={t("program.countryAdd")}
        options={countries.filter(({ value }) => !values.includes(value))}
        onChange={(event) => event.target.value && onChange([...values, event.target.value])}
      />
    </div>
  );
}
