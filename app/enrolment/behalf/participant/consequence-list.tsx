import type { ShownName } from "#app/people/names.ts";
import type { Consequence } from "./consequences.ts";

/** What follows, said before it is done. */
export function ConsequenceList({ title, lines }: { title: string; lines: Consequence[] }) {
  return (
    <div className="mb-6 max-w-[65ch]">
      <p className="mb-2 font-bold text-ink">{title}</p>
      <ul className="list-disc space-y-1 ps-6">
        {lines.map(({ text, people = [] }) => (
          <li key={text}>
            {text} <NameList people={people} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names in one line, each in its own language. */
export const NameList = ({ people }: { people: ShownName[] }) =>
  people.map(({ name, isJapanese }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name, and the list never changes
    <span key={index}>
      <strong lang={isJapanese ? "ja" : undefined}>{name}</strong>
      {index < people.length - 1 ? " · " : ""}
    </span>
  ));
