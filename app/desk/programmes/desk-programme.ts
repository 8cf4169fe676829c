import type { Actor } from "#app/access/actor.ts";
import { may, type Permission, type Reach, reachOf } from "#app/access/permissions.ts";
import { formatPeriod } from "#app/i18n/format.ts";
import { type Locale, textIn } from "#app/i18n/locales.ts";
import { holdProgramme } from "#app/programmes/commands.ts";
import { findProgramme, type StoredProgramme } from "#app/programmes/queries.ts";
import type { Reading, Writing } from "#app/web/doors/door.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Id } from "#db/id.ts";

/** A role in one workshop says nothing about its programme. */
const reaches = ({ everywhere, programmeIds }: Reach, id: Id<"programme">) => everywhere || programmeIds.includes(id);

const within = (reach: Reach, programme: StoredProgramme | null) =>
  orNotFound(programme && reaches(reach, programme.id) ? programme : null);

/** The programme of an address, held: nobody else changes it, or what belongs to it, until the transaction ends. */
export const heldProgramme = async ({ trx, reach, params }: Pick<Writing, "trx" | "reach" | "params">) =>
  within(reach, await holdProgramme(trx, (params.code ?? "").toUpperCase()));

/** The programme of an address, for what comes before a transaction. */
export const reachedProgramme = async ({ db, reach, params }: Pick<Reading, "db" | "reach" | "params">) =>
  within(reach, await findProgramme(db, (params.code ?? "").toUpperCase()));

/** Whether somebody whom a door has let in has another permission too, for this programme. */
export const mayThere = (actor: Actor, other: Permission, id: Id<"programme">) => reaches(reachOf(actor, other), id);

/** The programme of an address, and the frame of its pages under the desk. */
export async function deskProgramme(visit: Pick<Reading, "db" | "reach" | "params" | "actor" | "locale">) {
  const { actor, locale } = visit;
  const programme = await reachedProgramme(visit);
  return { programme, frame: frameOf(programme, actor, locale) };
}

function frameOf({ id, code, startsOn, endsOn, texts }: StoredProgramme, actor: Actor, locale: Locale) {
  const title = textIn(Object.fromEntries(texts.map((text) => [text.locale, text.title])), locale);
  return {
    code,
    title: title.text ? title : { text: code, lang: locale },
    period: formatPeriod(locale, startsOn, endsOn),
    mayPlan: mayThere(actor, "programme.plan", id),
    mayKeep: may(actor, "programme.change"),
  };
}

export type ProgrammeFrameView = ReturnType<typeof frameOf>;
