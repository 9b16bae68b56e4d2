import type { ReactNode } from "react";
import { Note } from "./note.tsx";

/** The server's "no", in place, as a sentence that says what is wrong, why and what to do; read aloud when it appears. */
export function RefusalNote(props: { children: ReactNode }) {
  if (!props.children) return null;
  return (
    <div role="alert">
      <Note hue="cinnabar" icon="warning">
        {props.children}
      </Note>
    </div>
  );
}
