import { redirect } from "@remix-run/node";
import { to } from "#app/addresses.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { orNotFound } from "#app/web/errors/not-found.ts";
import type { Workshop } from "#app/workshops/queries.ts";
import type { Reader } from "#db/database.ts";
import { findCall } from "../queries.ts";
import { liveQuestions } from "./rules.ts";

/** The questions of a call; before the call was saved once there is nothing that they belong to. */
export async function callWithQuestions(db: Reader, { id, code }: Workshop, locale: Locale) {
  const call = await findCall(db, id);
  if (!call) throw redirect(to.call({ locale, code }, { refused: "nothing" }));
  return { call, questions: call.content.questions ?? [], isFrozen: call.version > 0 };
}

/** The one of an address that is asked. */
export async function questionOf(db: Reader, workshop: Workshop, number = "") {
  const call = /^[1-9]\d{0,3}$/.test(number) ? await findCall(db, workshop.id) : null;
  const asked = liveQuestions(call?.content.questions);
  return orNotFound(asked.find((one) => one.number === Number(number)) ?? null);
}
