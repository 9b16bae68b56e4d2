"use client";
import { type DragEvent, useRef, useState } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { useControl } from "./control.ts";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

const MEGABYTE = 1_048_576;

/** Takes one file by drop or choice, and says the limits before, and what is wrong in words. Inside a Field; posts as `name`. */
export function FileDrop(props: {
  name: string;
  /** Endings, as ".csv,.txt". */
  accept: string;
  maxMegabytes: number;
  required?: boolean;
  onFile?: (file: File | null) => void;
}) {
  const t = useWords("common");
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const [over, setOver] = useState(false);
  const { id, ...wiring } = useControl();
  const types = props.accept.replaceAll(",", ", ");
  const size = `${props.maxMegabytes}\u00a0MB`;

  const take = (files: FileList | null) => {
    const found = files?.[0] ?? null;
    const wrong = found && judge(found);
    setRefusal(wrong || undefined);
    const kept = wrong ? null : found;
    setFile(kept);
    if (input.current && !kept) input.current.value = "";
    props.onFile?.(kept);
  };
  const judge = (found: File) => {
    const known = props.accept
      .split(",")
      .some((ending) => found.name.toLowerCase().endsWith(ending.trim().toLowerCase()));
    if (!known) return t("file.wrongType", { types });
    return found.size > props.maxMegabytes * MEGABYTE ? t("file.tooLarge", { size }) : "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (input.current) input.current.files = event.dataTransfer.files;
    take(event.dataTransfer.files);
  };

  return (
    <div>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "grid min-h-[104px] cursor-pointer place-content-center justify-items-center gap-1 rounded-card border border-control-line border-dashed p-4 text-center has-focus-visible:shadow-(--focus) hover:bg-sunken",
          over && "border-copper-mark bg-copper-tint",
        )}
      >
        <Icon name={file ? "document" : "upload"} className="h-5! w-5! text-copper-mark" />
        <span className="font-medium wrap-anywhere">{file ? file.name : t("file.drop")}</span>
        <span className="text-12 text-ink-3">{file ? t("file.replace") : t("file.choose")}</span>
        <span className="text-12 text-ink-3">{t("file.limit", { types, size })}</span>
        <input
          ref={input}
          id={id}
          aria-describedby={wiring["aria-describedby"]}
          type="file"
          name={props.name}
          accept={props.accept}
          required={props.required}
          className="sr-only"
          onChange={(event) => take(event.target.files)}
        />
      </label>
      <p role="alert" className="mt-1 text-12 text-cinnabar-fg">
        {refusal}
      </p>
    </div>
  );
}
