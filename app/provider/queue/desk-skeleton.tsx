import { Skeleton } from "#app/_ui/skeleton.tsx";

/** The shape of a person who is on the way. */
export function DeskSkeleton(props: { label: string }) {
  return (
    <>
      <div aria-busy="true" className="grid content-start gap-4 px-6 py-5">
        <p role="status" className="sr-only">
          {props.label}
        </p>
        <Skeleton className="h-7! w-1/2" />
        <Skeleton className="w-1/3" />
        <Skeleton className="h-8! w-full" />
        <Skeleton className="w-4/5" />
        <Skeleton className="w-3/5" />
        <Skeleton className="w-4/5" />
      </div>
      <div aria-hidden="true" className="grid content-start gap-4 border-line border-l bg-sunken p-5 phone:hidden">
        <Skeleton className="w-2/3" />
        <Skeleton className="h-16! w-full" />
        <Skeleton className="w-1/2" />
        <Skeleton className="h-8! w-full" />
      </div>
    </>
  );
}
