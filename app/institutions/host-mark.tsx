import { hostBands } from "./host-bands.ts";

type HostMarkProps = { acronym: string; country: string };

/** As wide as the letters may be, and how wide one is at a size of 1. */
const room = 52;
const letterWidth = 0.72;

/** A mark for an institution, drawn from its letters: no picture comes from elsewhere. Its name stands beside it. */
export function HostMark({ acronym, country }: HostMarkProps) {
  const size = Math.min(26, room / (Math.max(1, acronym.length) * letterWidth));
  return (
    <svg aria-hidden="true" viewBox="0 0 64 64" width="56" height="56" className="host-mark flex-none rounded-lg">
      <path d="M0 0h64v64H0z" className="fill-key" />
      <path d={hostBands(country)} className="fill-none stroke-on-key stroke-2 opacity-50" />
      <text x="32" y={28 + size * 0.36} textAnchor="middle" fontSize={size} className="fill-on-key font-bold">
        {acronym}
      </text>
    </svg>
  );
}
