import { NotFoundState } from "#app/_ui/not-found-state.tsx";

/** What is not here, or belongs to another organisation: the two look the same. */
export default function ProviderNotFound() {
  return <NotFoundState homeHref="/provider" />;
}
