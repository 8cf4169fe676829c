import { createHash } from "node:crypto";
import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { storeBytes } from "#app/files/commands.ts";
import { fileTypes } from "#app/files/kinds.rules.ts";
import { publishCall, saveCall } from "#app/nominations/call/commands.ts";
import { callForm } from "#app/nominations/call/form.ts";
import { addLetter } from "#app/nominations/letter/commands.ts";
import { nominate } from "#app/nominations/nomination/commands.ts";
import { listNominable, listStanding } from "#app/nominations/nomination/queries.ts";
import { endorse } from "#app/nominations/nomination/steps.commands.ts";
import type { AnswerKeys } from "#app/settings/answer-keys.ts";
import { type Instant, plusDays } from "#app/time/instant.ts";
import { localDate, plusLocalDays } from "#app/time/wall-time.ts";
import { type HeldWorkshop, holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { accepted } from "./accepted.ts";
import { apply, askOwn, standardForm } from "./applying.ts";
import { demoCall, demoLetter } from "./content/calls.ts";
import { setMaterial } from "./handing-out.ts";
import type { Rows } from "./rows/rows.ts";

/** So many workshops that are to come have a call that is open. */
export const calls = 2;
/** Days until such a call closes. */
const closesIn = 9;

/** What the signed letter of the demo looks like: set before the transaction. */
export const letterPdf = (at: Instant) =>
  setMaterial(
    { title: demoLetter.title, language: "es", points: [demoLetter.signatory, demoLetter.signatoryPost] },
    { at },
  );

/**
 * Publishes the calls of workshops that are to come, by the rooms' commands. For the first, Mexico's customs have sent
 * one nominee with the letter and begun two others, of whom each has come as far with their application as their
 * place; Japan's have not begun.
 */
export async function call(trx: Writer, rows: Rows, { at, pdf, keys }: Calling): Promise<void> {
  const accountOf = (email: string) => rows.account.find((one) => one.email === email)?.id ?? null;
  const before = plusDays(at, -10);
  const coordinator = { accountId: accountOf("coordinator@demo.example"), at: before };
  const today = localDate(at, "UTC");
  const institutions = rows.institution
    .filter(({ code }) => code === "MX-CUSTOMS" || code === "JP-CUSTOMS")
    .map(({ id }) => id);
  for (const [place, { code }] of comingIn(rows, at).slice(0, calls).entries()) {
    const workshop = await holdWorkshop(trx, code, everywhere);
    if (!workshop) throw new Error(`The demo has no workshop ${code}.`);
    const closesOn = plusLocalDays(today, closesIn + 7 * place);
    const days = { nomineeClosesOn: plusLocalDays(closesOn, -4), closesOn, reason: "" };
    const applicationForm = place === 0 ? (await standardForm(trx)).id : "";
    const asked = { institutions, nomineesMax: "4", partA: "", applicationForm };
    const input = callForm.parse({ ...demoCall, ...days, ...asked });
    accepted(await saveCall(trx, workshop, input, coordinator));
    if (applicationForm) await askOwn(trx, workshop, coordinator);
    accepted(await publishCall(trx, workshop, coordinator));
    const mexico = rows.institution.find((one) => one.code === "MX-CUSTOMS")?.id;
    const focal = { accountId: accountOf("focal-mx@demo.example"), at: plusDays(at, -3) };
    if (place === 0 && mexico) await send(trx, rows, { workshop, institutionId: mexico, pdf, keys }, focal);
  }
}

export type Calling = { at: Instant; pdf: Uint8Array; keys: AnswerKeys };

/** Workshops that are to come and have time for a call, the last first. */
export const comingIn = (rows: Rows, at: Instant) =>
  rows.workshop
    .filter(({ state }) => state === "published" || state === "open")
    .filter(({ startsOn }) => startsOn > plusLocalDays(localDate(at, "UTC"), 20))
    .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));

type Sending = { workshop: HeldWorkshop; institutionId: Id<"institution">; pdf: Uint8Array };
type Applying = Sending & { keys: AnswerKeys };

async function send(trx: Writer, rows: Rows, { keys, pdf, ...place }: Applying, by: By): Promise<void> {
  const { workshop, institutionId } = place;
  const own = rows.person.filter((person) => person.institutionId === institutionId).map(({ id }) => id);
  const official = rows.account.find(({ email }) => email === "official-mx@demo.example")?.personId;
  const free = (await listNominable(trx, workshop.id, own)).filter(({ isEnrolled }) => !isEnrolled);
  // who signs in as an official of the demo finds a nomination on their own page
  const [first, second, third] = free
    .map(({ id }) => id)
    .toSorted((a, b) => Number(b === official) - Number(a === official));
  if (first) accepted(await nominate(trx, place, [first], by));
  await sendWithLetter(trx, { ...place, pdf }, by);
  const others = [second ?? [], third ?? []].flat();
  if (others.length) accepted(await nominate(trx, place, others, by));
  const personIds = [first ?? [], others].flat();
  await apply(trx, rows, { workshop, personIds, at: plusDays(by.at, 1), keys });
}

/** Hands in the signed letter of an institution, and sends everybody whom it has nominated. */
export async function sendWithLetter(trx: Writer, sending: Sending, by: By): Promise<void> {
  const { workshop, institutionId } = sending;
  await handInLetter(trx, sending, by);
  accepted(await endorse(trx, workshop, await listStanding(trx, { workshopId: workshop.id, institutionId }), by));
}

export async function handInLetter(trx: Writer, { pdf, ...place }: Sending, by: By): Promise<void> {
  const name = "oficio-de-postulacion.pdf";
  const id = await storeBytes(trx, pdf, { name, at: by.at });
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  const file = { id, name, kind: "pdf", type: fileTypes.pdf, sizeBytes: pdf.byteLength, sha256 } as const;
  const { signatory, signatoryPost } = demoLetter;
  const signedOn = localDate(plusDays(by.at, -1), "UTC");
  await addLetter(trx, place, { input: { signatory, signatoryPost, signedOn }, file }, by);
}
