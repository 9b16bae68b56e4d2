/** The rock under the door, with its vein, and the one promise that everything rests on. */
export function Strata(props: { says: string }) {
  return (
    <footer className="flex-none">
      <p className="mx-auto max-w-[1080px] px-8 pb-3 text-12 text-ink-3 phone:px-5">{props.says}</p>
      <svg
        viewBox="0 0 1240 110"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block h-[88px] w-full phone:h-14"
      >
        <path d="M0 18 200 8l260 14 260-12 260 14L1240 8v102H0z" fill="var(--rock-0)" />
        <path d="M0 42 180 34l240 14 280-14 260 16 280-16v76H0z" fill="var(--rock-1)" />
        <path d="M0 80 220 88l260-12 280 20 240-16 240-6v36H0z" fill="var(--rock-2)" />
        <path
          d="M0 62 90 48l80 16 92-12 78 18 112-14 88 19 100-16 102 14 94-21 94 14 110-20 100 12 100-14v9l-100 14-100-10-110 22-94-15-94 20-102-17-100 16-88-22-112 14-78-20-92 12-80-17-90 13z"
          fill="var(--copper-mark)"
        />
      </svg>
    </footer>
  );
}
