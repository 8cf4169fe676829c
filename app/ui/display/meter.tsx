type MeterProps = {
  label: string;
  /** Language of the label. */
  lang?: string;
  /** The same in words, since a bar alone says little. */
  text: string;
  value: number;
  of: number;
};

/** How far something has come, in words and as a bar. */
export function Meter({ label, lang, text, value, of }: MeterProps) {
  return (
    <>
      <div className="mb-1 flex items-baseline justify-between gap-4 text-sm">
        <span lang={lang}>{label}</span>
        <span className="figures">{text}</span>
      </div>
      <meter className="meter" aria-label={label} min={0} max={of} low={of} optimum={of} value={value} />
    </>
  );
}
