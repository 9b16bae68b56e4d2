"use client";
import { Button } from "#app/_ui/button.tsx";
import { useWords } from "#app/_words/use-words.ts";

/** Moves one entry of an ordered list up or down, or takes it out: by buttons, since dragging needs a mouse. */
export function MoveButtons(props: {
  index: number;
  count: number;
  name: string;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const t = useWords("merchant");
  const { index, count, name } = props;
  return (
    <span className="flex flex-none gap-1">
      <Button
        kind="ghost"
        icon="down"
        className="rotate-180 disabled:border-transparent disabled:bg-transparent"
        aria-label={t("program.moveUp", { name })}
        disabled={index === 0}
        onClick={() => props.onMove(index - 1)}
      />
      <Button
        kind="ghost"
        icon="down"
        className="disabled:border-transparent disabled:bg-transparent"
        aria-label={t("program.moveDown", { name })}
        disabled={index === count - 1}
        onClick={() => props.onMove(index + 1)}
      />
      <Button kind="ghost" icon="trash" aria-label={t("program.takeOut", { name })} onClick={props.onRemove} />
    </span>
  );
}

/** A list with one entry at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  const entry = list[from];
  return entry === undefined ? [...list] : rest.toSpliced(to, 0, entry);
}
