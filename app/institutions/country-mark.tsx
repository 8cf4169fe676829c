/** Two letters that are the same in each language; `name` is the country in the reader's. */
export const CountryMark = ({ code, name }: { code: string; name: string }) => (
  <abbr
    title={name}
    className="me-1 inline-block rounded border border-line px-1 text-xs leading-tight font-bold text-hint no-underline"
  >
    {code}
  </abbr>
);
