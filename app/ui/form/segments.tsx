import type { Option } from "./fields.tsx";

type SegmentsProps = {
  /** Read aloud, because what it is about already stands beside it. */
  label: string;
  name: string;
  options: Option[];
  value: string | null;
};

/** One choice of a few as a bar, each a finger wide. */
export function Segments({ label, name, options, value }: SegmentsProps) {
  return (
    <div role="radiogroup" aria-label={label} className="flex w-full rounded-lg border border-edge sm:w-auto">
      {options.map((option) => (
        <label key={option.value} className="segment">
          <input type="radio" name={name} value={option.value} defaultChecked={option.value === value} />
          {option.label}
        </label>
      ))}
    </div>
  );
}
