"use client";
import { type KeyboardEvent, useState } from "react";
import { Input } from "#app/_ui/input.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_ICP_ENTRIES, MAX_ICP_ENTRY_LENGTH } from "#server/programs/icp.ts";
import { Tags } from "./tags.tsx";

/** Several short words: typed, then Enter or a comma. Inside a Field. */
export function TagInput(props: { values: readonly string[]; onChange: (values: string[]) => void }) {
  const t = useWords("merchant");
  const [text, setText] = useState("");
  const { values, onChange } = props;
  const add = (typed: string) => {
    const entries = typed.split(/[,，、]/).map((entry) => entry.trim());
    const fresh = entries.filter((entry, i) => entry && !values.includes(entry) && entries.indexOf(entry) === i);
    onChange([...values, ...fresh].slice(0, MAX_ICP_ENTRIES));
    setText("");
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add(text);
  };
  return (
    <div className="grid gap-2">
      <Tags values={values} onRemove={(value) => onChange(values.filter((it) => it !== value))} />
      {values.length < MAX_ICP_ENTRIES && (
        <Input
          value={text}
          maxLength={MAX_ICP_ENTRY_LENGTH}
          placeholder={t("program.tagAdd")}
          onChange={(e) => (/[,，、]$/.test(e.target.value) ? add(e.target.value) : setText(e.target.value))}
          onKeyDown={press}
          onBlur={() => add(text)}
        />
      )}
    </div>
  );
}
