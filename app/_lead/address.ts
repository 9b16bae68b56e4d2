type Search = Readonly<Record<string, string | null | undefined>>;

/** An address with what is set of its search: what is empty leaves it. */
export function address(path: string, search: Search): string {
  const set = Object.entries(search).flatMap(([key, value]) => (value ? [[key, value]] : []));
  const text = new URLSearchParams(set).toString();
  return text ? `${path}?${text}` : path;
}
