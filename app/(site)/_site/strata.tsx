/** A vein of copper through strata of rock. */
export function Strata() {
  return (
    <svg
      viewBox="0 0 1240 220"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block h-[190px] w-full phone:h-[110px]"
    >
      <path d="M0 46 L200 30 L460 52 L720 34 L980 56 L1240 32 L1240 220 L0 220Z" fill="var(--rock-0)" />
      <path d="M0 84 L180 72 L420 92 L700 70 L960 94 L1240 70 L1240 220 L0 220Z" fill="var(--rock-1)" />
      <path d="M0 158 L220 172 L480 154 L760 188 L1000 160 L1240 150 L1240 220 L0 220Z" fill="var(--rock-2)" />
      <path d="M0 196 L260 204 L520 190 L800 208 L1040 192 L1240 188 L1240 220 L0 220Z" fill="var(--rock-3)" />
      <path
        d="M0 120 L90 96 L170 128 L262 104 L340 140 L452 112 L540 150 L640 118 L742 146 L836 104 L930 132 L1040 92 L1140 116 L1240 88 L1240 112 L1140 144 L1040 124 L930 166 L836 136 L742 174 L640 142 L540 172 L452 130 L340 156 L262 116 L170 138 L90 103 L0 124Z"
        fill="var(--copper-mark)"
      />
      <path
        d="M452 112 L540 150 L640 118 L640 130 L540 160 L452 121Z M836 104 L930 132 L1040 92 L1040 106 L930 147 L836 118Z M170 128 L262 104 L340 140 L340 147 L262 110 L170 133Z"
        fill="var(--surface)"
        opacity=".28"
      />
      <path
        d="M262 110l36-22 44-4M540 162l48 22 60 4M836 112l-30-26-44-6M1040 98l40-22 52-2M640 128l22-24 30-6M170 134l-30 20-40 6"
        fill="none"
        stroke="var(--copper-mark)"
        strokeWidth="2.2"
        strokeLinejoin="bevel"
      />
      <path
        d="M352 80l7-4 6 5-6 6zM700 190l8-4 6 6-8 5zM1160 74l6-5 8 4-6 6zM96 162l5-4 6 4-5 5zM770 78l5-4 5 4-5 4z"
        fill="var(--copper-mark)"
      />
    </svg>
  );
}
