import { demoAnswers } from "#app/demo/content/applications.ts";
import { findApplication } from "#app/nominations/application/queries.ts";
import type { Database } from "#db/database.ts";
import { cookieFor } from "#test/support/accounts.ts";
import { addReviewer } from "#test/support/nominations.ts";
import { addEnrolment } from "#test/support/world.ts";
import { answer, applyAt, applyingWorld, send } from "./applying.ts";
import { code } from "./calling.ts";

/** What nobody but two may ever read: each stands for a section. */
export const secrets = ["Sin-lactosa-secreta", "Silla de ruedas secreta", "Tía Secreta", "+52 55 7777 0000"] as const;

export const sealedAnswers = {
  needs: { food: "vegetarian", foodNote: secrets[0], access: secrets[1] },
  emergency: {
    ...{ contactName: secrets[2], contactRelation: "Tía", contactPhone: secrets[3] },
    ...{ contactEmail: "", contactLanguage: "" },
  },
};

export const path = `/es/workshops/${code}/application`;

/** Ana has sent an application with sensitive answers; she has a seat where that is asked for. */
export async function sealedWorld(database: Database, { isSeated = false } = {}) {
  const world = await applyingWorld(database);
  const { personId, accountId } = world.ana;
  const who = { code, personId, accountId, at: applyAt };
  await answer(database, who);
  for (const section of ["needs", "emergency"] as const) await answer(database, who, [section], sealedAnswers);
  const sent = await send(database, who);
  if (sent.status !== "sent") throw new Error(`it was not sent: ${sent.because}`);
  const application = await findApplication(database.read, world.nomination.id);
  if (!application) throw new Error("nothing was begun");
  if (isSeated) await addEnrolment(database, { workshopId: world.workshopId, personId, state: "confirmed" });
  await addReviewer(database, world.workshopId, world.makoto.accountId);
  const cookies = {
    hector: await cookieFor(database, world.hector.accountId),
    makoto: await cookieFor(database, world.makoto.accountId),
    coordinator: await cookieFor(database, world.coordinator.accountId),
  };
  const desk = `/es/desk/workshops/${code}/nominations/${world.nomination.id}/application/sealed`;
  return { ...world, who, application, cookies, desk };
}

export { demoAnswers };
