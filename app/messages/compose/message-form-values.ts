import { locales } from "#app/i18n/locales.ts";
import { bodyField, type MessageInput, messageTexts, subjectField } from "#app/messages/form.ts";
import { placeholderWords } from "#app/messages/letter/placeholder-words.ts";
import { unknownPlaceholders } from "#app/messages/letter/placeholders.rules.ts";
import { listChosen, type WholeMessage } from "#app/messages/queries.ts";
import { halfWritten, type Lack } from "#app/messages/rules.ts";
import type { FieldErrors } from "#app/web/invalid.ts";
import type { Reader } from "#db/database.ts";

/** What is stored, as the form shows it at first. */
export async function messageFormValues(db: Reader, { id, audience, sessionId, texts }: WholeMessage) {
  return {
    audience: audience as string,
    sessionId: sessionId ?? "",
    chosen: (await listChosen(db, id)) as string[],
    ...subjectField.write(texts.subject),
    ...bodyField.write(texts.body),
  };
}

/** Words in brackets that stand for nothing, beside the field that has them; null where all are known. */
export function unknownWords(input: MessageInput): FieldErrors | null {
  const words = placeholderWords();
  const texts = messageTexts(input);
  const errors = (["subject", "body"] as const).flatMap((field) =>
    locales.flatMap((locale) => {
      const unknown = unknownPlaceholders(texts[field][locale], words);
      return unknown.length
        ? [[`${field}.${locale}`, { key: "messages:form.unknown", values: { words: unknown.join(" ") } }] as const]
        : [];
    }),
  );
  return errors.length ? Object.fromEntries(errors) : null;
}

/** What is said where somebody who is named is not there, or what waits for its time would not be fit to be sent. */
export function unfit(input: MessageInput, because: Lack | "session" | "chosen"): FieldErrors {
  if (because === "session") return { sessionId: "messages:form.sessionGone" };
  if (because === "chosen") return { chosen: "messages:form.chosenGone" };
  const isReached = because !== "noReaders" && because !== "noSession";
  const field = isReached ? (halfWritten(messageTexts(input)) ?? "body.es") : "audience";
  return { [field]: `messages:refused.${because}` };
}
