import type { By } from "#app/access/actor.ts";
import { addGrant, noPlace, removeGrant } from "#app/accounts/commands.ts";
import { findAccountOf } from "#app/accounts/queries.ts";
import { grantStep } from "#app/faculty/rules.ts";
import { listSessionsInWorkshop } from "#app/faculty/staff/staff.queries.ts";
import type { Writer } from "#db/database.ts";
import type { TeachingRequest } from "./requests.queries.ts";

/**
 * Gives whoever has accepted a session the role for its workshop, and takes it back when they are in none of them any
 * more. A role that they had already stays as it was. The workshop is held.
 * @returns what was done
 */
export async function settleGrant(trx: Writer, request: TeachingRequest, by: By) {
  const { id, workshopId, grantId, grantedAt, personId } = request;
  const sessions = await listSessionsInWorkshop(trx, request);
  const account = await findAccountOf(trx, personId);
  const hasAccepted = sessions.some(({ state }) => state === "accepted");
  const step = grantStep({ hasAccepted, hasAccount: account !== null, grantedAt });
  const set = (values: { grantId: TeachingRequest["grantId"]; grantedAt: TeachingRequest["grantedAt"] }) =>
    trx.updateTable("teachingRequest").set(values).where("id", "=", id).execute();
  if (step === "grant" && account) {
    const place = { ...noPlace, workshopId };
    const given = await addGrant(trx, { accountId: account.id, role: "instructor", place }, by);
    await set({ grantId: given, grantedAt: by.at });
    return given ? "granted" : null;
  }
  if (step !== "takeBack") return null;
  // first, as the grant is named there
  await set({ grantId: null, grantedAt: null });
  if (grantId && account) await removeGrant(trx, { accountId: account.id, grantId }, by);
  return "takenBack";
}
