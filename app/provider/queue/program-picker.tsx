"use client";
import { useRouter } from "next/navigation";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";

/** Which program's people the agent works on; with a single one there is nothing to choose. */
export function ProgramPicker(props: { programs: readonly { id: string; name: string }[]; current: string }) {
  const t = useWords("provider");
  const router = useRouter();
  const [only] = props.programs;
  if (props.programs.length === 1) return <span className="min-w-0 truncate text-12 text-ink-3">{only?.name}</span>;
  return (
    <Select
      aria-label={t("queue.program")}
      className="h-7! max-w-[220px] truncate text-12"
      value={props.current}
      onChange={(event) => router.push(`/provider/queue?program=${event.target.value}`)}
      options={props.programs.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
