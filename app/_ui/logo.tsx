/** Lode's mark: a vein of copper through rock. */
export function Logo(props: { size?: number }) {
  const size = props.size ?? 24;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="flex-none">
      <path d="M3.5 4.500 9 1.500h9.500l3.500 5v11l-5 5H6L2 18V8z" fill="var(--ink)" />
      <path
        d="M8 1.900 11.400 2l-1 5.800 2.200 3.700-1.800 4.100 4.100 1.300 7-1.600-.1 2.300-6 2.500L7 17.900l1.400-6L6.500 7.800z"
        fill="var(--copper-mark)"
      />
      <path d="M10.400 7.800 12.600 11.500l-4.200.4L6.500 7.800z" fill="var(--surface)" opacity=".28" />
    </svg>
  );
}
