import { Masked } from "#app/_ui/masked.tsx";

const RUN = /█+/g;
const LETTER_PX = 8;

/** A text of a lead in which runs of hidden letters are drawn as hatching of their width. */
export function Hidden(props: { text: string }) {
  const runs = props.text.match(RUN);
  if (!runs) return props.text;
  return props.text.split(RUN).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
    <span key={index}>
      {index > 0 && <Masked show="*" widths={[(runs[index - 1] ?? "").length * LETTER_PX]} />}
      {part}
    </span>
  ));
}

/** A name, an e-mail or a phone number that is hidden as one thing: `J███ V███`. */
export function HiddenWord(props: { text: string }) {
  const runs = props.text.match(RUN);
  if (!runs) return props.text;
  return <Masked show={props.text.replace(RUN, "*")} widths={runs.map((run) => run.length * LETTER_PX)} />;
}
