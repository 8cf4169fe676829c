import { formatDate } from "#app/i18n/format.ts";
import { locales, textIn } from "#app/i18n/locales.ts";
import { placeholderIn } from "#app/messages/letter/placeholder-words.ts";
import { placeholders } from "#app/messages/letter/placeholders.rules.ts";
import { listMembers } from "#app/messages/readers.queries.ts";
import { audienceOf, coverage } from "#app/messages/rules.ts";
import { nameOrder, personWords, shownName } from "#app/people/names.ts";
import { dateOf } from "#app/time/wall-time.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Workshop } from "#app/workshops/queries.ts";

const nobody = { absent: new Set<never>(), chosen: new Set<never>() };

/** What the form of a message offers: groups with their numbers, people, sessions, and words to be filled in. */
export async function composeView(
  { db, locale, t }: Pick<Reading, "db" | "locale" | "t">,
  { id }: Pick<Workshop, "id">,
) {
  const members = audienceOf(await listMembers(db, id), "all", nobody).toSorted(nameOrder(locale));
  const countOf = (audience: "seated" | "reserve") => audienceOf(members, audience, nobody).length;
  const sessions = await listSessionsOf(db, [id]);
  return {
    counts: { all: members.length, seated: countOf("seated"), reserve: countOf("reserve") },
    readers: Object.fromEntries(coverage(members, []).map((one) => [one.locale, one.readers])),
    people: members.map((member) => ({
      id: member.enrolmentId,
      name: shownName(member),
      state: member.state,
      locale: member.locale,
      hasAddress: member.email !== null,
      words: personWords(member).join(" "),
    })),
    sessions: sessions.map(({ id: value, number, title, startsLocal }) => ({
      value,
      label: t("messages:form.sessionOption", {
        number,
        title: textIn(title, locale).text,
        day: formatDate(locale, dateOf(startsLocal)),
      }),
    })),
    placeholders: Object.fromEntries(
      locales.map((language) => [
        language,
        placeholders.map((name) => ({ name, typed: placeholderIn(language, name) })),
      ]),
    ),
  };
}

export type ComposeView = Awaited<ReturnType<typeof composeView>>;
