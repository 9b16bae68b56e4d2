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
    const wrong = found && wrongWith(found, props);
    setRefusal(wrong ? t(`file.${wrong}`, { types, size }) : undefined);
    const kept = wrong ? null : found;
    setFile(kept);
    if (input.current && !kept) input.current.value = "";
    props.onFile?.(kept);
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

/** What is wrong with a file, by its ending and its size; nothing when it may be taken. */
function wrongWith(file: File, limits: { accept: string; maxMegabytes: number }) {
  const endings = limits.accept.split(",").map((ending) => ending.trim().toLowerCase());
  if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return "wrongType";
  return file.size > limits.maxMegabytes * MEGABYTE ? "tooLarge" : null;
}
