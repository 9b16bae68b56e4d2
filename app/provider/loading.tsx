import { CardsSkeleton } from "#app/_ui/skeleton.tsx";

/** The shape of a room while it is on its way. */
export default function Loading() {
  return <CardsSkeleton />;
}
