"use client";
import { ErrorState } from "#app/_ui/error-state.tsx";

/** A room that failed; the shell around it stays. */
export default function ProviderError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState digest={props.error.digest} retry={props.reset} />;
}
