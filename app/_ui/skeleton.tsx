import { cx } from "./cx.ts";

/** A still bar where words will be; it appears only after 150 ms, so that quick pages never flicker. */
export function Skeleton(props: { className?: string }) {
  return <span aria-hidden="true" className={cx("late block h-3 rounded-badge bg-line", props.className)} />;
}

/** The shape of a room with cards that is on its way. */
export function CardsSkeleton(props: { cards?: number }) {
  return (
    <div aria-busy="true" className="grid gap-4 bg-canvas p-5 desk:grid-cols-2 phone:p-3">
      {Array.from({ length: props.cards ?? 4 }, (_, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards that are all alike.
        <div key={card} className="grid gap-3 rounded-card border border-line bg-surface p-4">
          <Skeleton className="w-1/3" />
          <Skeleton />
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </div>
      ))}
    </div>
  );
}
