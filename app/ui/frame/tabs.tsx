import { NavLink } from "./nav-link.tsx";

type Tab = {
  to: string;
  label: string;
  /** Its address begins those of its neighbours. */
  end?: boolean;
};

/** Pages that belong together, on each of them in the same place. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="mb-8 max-w-none! border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map(({ to, label, end }) => (
          <li key={to}>
            <NavLink
              href={to}
              end={end}
              className="-mb-px inline-flex min-h-11 items-center border-b-4 border-transparent text-key hover:border-key-line aria-[current=page]:border-key aria-[current=page]:font-bold"
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
