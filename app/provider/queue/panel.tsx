import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";

/** The choice that an action needs, opened beneath its button. */
export function PanelFrame(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section
      aria-label={props.title}
      className="mt-3 grid gap-2.5 rounded-card border border-line bg-sunken p-3 *:min-w-0"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="font-medium text-12">{props.title}</h3>
        {props.aside && <span className="min-w-0 text-12 text-ink-3">{props.aside}</span>}
      </div>
      {props.children}
    </section>
  );
}

type Choice = { value: string; label: string; kbd: string };

/** Choices in a row, each with its key. */
export function Choices(props: { choices: readonly Choice[]; disabled: boolean; choose: (value: string) => void }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {props.choices.map(({ value, label, kbd }) => (
        <Button key={value} kbd={kbd} disabled={props.disabled} onClick={() => props.choose(value)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
