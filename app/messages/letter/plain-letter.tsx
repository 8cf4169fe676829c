import { Panel } from "#app/ui/frame/panel.tsx";
import type { LetterParts } from "./letter-view.ts";

/** Paragraphs of plain text, in which an address can be followed. */
export const Paragraphs = ({ paragraphs }: Pick<LetterParts, "paragraphs">) =>
  paragraphs.map((lines, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a letter may say the same twice, and nothing moves
    <p key={place} className="mb-4 last:mb-0">
      {lines.map((parts, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <span key={line}>
          {line > 0 ? <br /> : null}
          {parts[0]?.text.startsWith("  ") ? <span className="inline-block w-4" /> : null}
          {parts.map(({ text, isLink }) =>
            isLink ? (
              <a key={text} className="link wrap-anywhere" href={text} rel="noreferrer">
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </span>
      ))}
    </p>
  ));

/** A letter as its reader gets it. */
export function PlainLetter({ letter, to }: { letter: LetterParts; to: string }) {
  return (
    <Panel as="section" pad="card" className="max-w-3xl wrap-anywhere" lang={letter.lang} aria-label={letter.subject}>
      <p className="text-sm text-hint">{to}</p>
      <h3 className="mb-4 border-b border-hairline pb-3 text-lg" lang={letter.textLang}>
        {letter.subject}
      </h3>
      {letter.notes.map((note) => (
        <p key={note} className="mb-4 rounded-lg bg-sunken p-3">
          {note}
        </p>
      ))}
      <div lang={letter.textLang} className="max-w-[65ch]">
        <Paragraphs paragraphs={letter.paragraphs} />
      </div>
      <p className="mt-6 border-t border-hairline pt-3 text-sm text-hint">
        {letter.closing.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </p>
    </Panel>
  );
}
