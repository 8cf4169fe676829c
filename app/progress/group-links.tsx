type GroupLink = { group: string; label: string; to: string };

/** Ways from one group of rows to its neighbours, under the same filters. */
export function GroupLinks({ label, links, current }: { label: string; links: GroupLink[]; current: string }) {
  return (
    <nav aria-label={label} className="print:hidden mb-4">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ group, label: text, to }) => (
          <li key={group}>
            <a
              href={to}
              aria-current={group === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center rounded-full border border-line bg-panel px-4 text-sm text-key aria-[current]:border-key aria-[current]:bg-key-tint aria-[current]:font-bold"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
