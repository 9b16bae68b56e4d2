"use client";
import { Sorry } from "#app/_ui/sorry.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { Wide } from "#app/(site)/_site/wide.tsx";

/** A page of the public site that failed. */
export default function SiteError(props: { reset: () => void }) {
  const { locale } = useViewer();
  return (
    <Wide className="pt-20">
      <Sorry locale={locale} retry={props.reset} />
    </Wide>
  );
}
