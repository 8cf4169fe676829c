import { Panel } from "#app/ui/frame/panel.tsx";

/** `to` leads to the rows behind it. */
type Figure = { value: string; label: string; to: string | null };

/** Figures side by side, each the way to what it counts. */
export function FigureStrip({ title, figures }: { title: string; figures: Figure[] }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-lg">{title}</h2>
      <Panel as="ul" className="figures flex flex-wrap gap-px overflow-hidden bg-hairline">
        {figures.map((figure) => (
          <li key={figure.label} className="grow basis-32 bg-panel">
            <OneFigure {...figure} />
          </li>
        ))}
      </Panel>
    </section>
  );
}

function OneFigure({ value, label, to }: Figure) {
  const content = (
    <>
      <span className="block text-3xl font-bold">{value}</span>
      <span className="block text-sm text-hint">{label}</span>
    </>
  );
  const box = "block h-full px-4 py-3";
  if (to === null) return <p className={box}>{content}</p>;
  return (
    <a
      href={to}
      className={`${box} text-key -outline-offset-4 hover:bg-key-tint hover:text-key-strong [&>:last-child]:underline [&>:last-child]:underline-offset-4 print:[&>:last-child]:no-underline`}
    >
      {content}
    </a>
  );
}
