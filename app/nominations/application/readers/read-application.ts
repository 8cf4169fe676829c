import { textIn } from "#app/i18n/locales.ts";
import { answersView, declarationsView, standingView } from "#app/nominations/application/application-view.ts";
import { sealedSections } from "#app/nominations/application/rules.ts";
import { type FilledIn, findFilledIn } from "#app/nominations/application/standing.queries.ts";
import type { Nomination } from "#app/nominations/nomination/queries.ts";
import type { Reading } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Workshop } from "#app/workshops/queries.ts";

type Visit = Pick<Reading, "db" | "locale" | "t" | "at" | "actor">;

/** An application as others than its nominee read it: once it was sent, and only as long as it counts as that. */
export async function readApplication(visit: Visit, workshop: Workshop, nomination: Nomination) {
  const { db, locale, t, at, actor } = visit;
  const filled = sent(orNotFound(await findFilledIn(db, workshop, nomination, at)));
  const page = { db, locale, t, zone: actor.zone };
  return {
    isOpen: filled.isOpen,
    version: filled.version.number,
    sections: answersView(filled, page),
    // that they are asked for; what is answered is not even read
    sealed: sealedSections(filled.version.content).map(({ key, title }) => ({ key, title: textIn(title, locale) })),
    declarations: await declarationsView(filled, page),
    standing: await standingView(filled.application, filled.call, nomination, page),
  };
}

const sent = (filled: FilledIn): FilledIn => orNotFound(filled.application?.state === "sent" ? filled : null);
