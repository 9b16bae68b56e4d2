import type { ReactNode } from "react";

/** The one thing to do on a page of the door: its title, a sentence, and the form. */
export function Entry(props: { title: ReactNode; says?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid w-full max-w-[400px] content-start gap-6 phone:max-w-none">
      <div className="grid gap-2">
        <h1 className="text-balance font-semibold text-26 leading-[1.2] tracking-[-.02em]">{props.title}</h1>
        {props.says && <p className="text-14 text-ink-2 leading-[1.6]">{props.says}</p>}
      </div>
      {props.children}
    </section>
  );
}
