/** The small diamond between facts on one line. */
export function Sep() {
  return (
    <i
      aria-hidden="true"
      className="mx-0.5 inline-block h-[3px] w-[3px] flex-none rotate-45 bg-current align-middle opacity-55"
    />
  );
}
