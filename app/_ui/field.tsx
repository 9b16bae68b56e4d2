"use client";
import { createContext, type ReactNode, useContext, useId } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean; changed: boolean };

const FieldContext = createContext<Wiring | null>(null);

/** What a control needs to know of the field it stands in: id, description, error. */
export const useField = (): Wiring | null => useContext(FieldContext);

/** One question of a form: label above, control, then its error in words, or its hint. A group has several controls. */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do, as a sentence. */
  error?: string | null | undefined;
  optional?: boolean;
  /** The earlier value of something being changed; marks the control too. */
  was?: string | undefined;
  /** For radio buttons and checkboxes: a fieldset with a legend. */
  group?: boolean;
  children: ReactNode;
  className?: string | undefined;
}) {
  const t = useWords("common");
  const id = useId();
  const described = props.error || props.hint ? `${id}-says` : undefined;
  const wiring = { id, describedBy: described, invalid: Boolean(props.error), changed: props.was !== undefined };
  const label = (
    <>
      {props.label}
      {props.optional && <span className="font-normal text-ink-3"> {t("field.optional")}</span>}
      {props.was !== undefined && (
        <span className="font-normal text-copper-text"> {t("field.was", { value: props.was })}</span>
      )}
    </>
  );
  const says = described && (
    <p id={described} className={cx("text-12", props.error ? "flex gap-1.5 text-cinnabar-fg" : "text-ink-3")}>
      {props.error && <Icon name="warning" className="mt-px h-3.5! w-3.5!" />}
      {props.error ?? props.hint}
    </p>
  );
  const className = cx("grid min-w-0 content-start gap-[5px]", props.className);
  if (props.group)
    return (
      <FieldContext value={wiring}>
        <fieldset className={className} aria-describedby={described}>
          <legend className="mb-[5px] p-0 font-medium text-12">{label}</legend>
          {props.children}
          {says}
        </fieldset>
      </FieldContext>
    );
  return (
    <FieldContext value={wiring}>
      <div className={className}>
        <label htmlFor={id} className="font-medium text-12">
          {label}
        </label>
        {props.children}
        {says}
      </div>
    </FieldContext>
  );
}
