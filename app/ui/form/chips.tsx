import { useKeepingLook } from "#app/ui/display/list-query.ts";

/** `count` of what the list holds after a press. */
type Chip = { href: string; label: string; count?: number; isCurrent: boolean };

/** One choice of a few that a press away shows another part of the list below. */
export function Chips({ label, chips, className = "" }: { label: string; chips: Chip[]; className?: string }) {
  const keepingLook = useKeepingLook();
  return (
    <nav aria-label={label} className={`print:hidden ${className}`}>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ href, label: text, count, isCurrent }) => (
          <li key={href}>
            <a href={keepingLook(href)} className="chip" aria-current={isCurrent ? "true" : undefined}>
              {text}
              {count === undefined ? null : <span className="figures">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
