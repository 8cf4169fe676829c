import * as session from "#app/attendance/session/session.route.tsx";
import * as sheet from "#app/attendance/sheet/sheet.route.tsx";
import * as details from "#app/desk/workshop/details.route.tsx";
import { type FormValues, writeSeen } from "#app/ui/form/seen.rules.ts";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment, addPerson, addWorkshop } from "#test/support/world.ts";

export const at = "2026-11-27T18:00:00.000Z" as const;
export const desk = "/es/desk/workshops/MJ-1";
type Page = { loader: typeof details.loader; action: Parameters<typeof knock>[0] };

/** A workshop under way with three seats, and two administrators. */
export async function setUp(database: Database) {
  const workshopId = await addWorkshop(database, { code: "MJ-1", state: "running" });
  const seats = [];
  for (const name of ["takumi", "haruka", "oscar"]) {
    const { personId } = await addPerson(database, { locale: "ja", email: `${name}@demo.example` });
    seats.push(await addEnrolment(database, { workshopId, personId, state: "confirmed", ticket: seats.length + 1 }));
  }
  const cookies: string[] = [];
  for (const givenName of ["Ana", "Ben"]) {
    const person = { givenName, familyName: "Ruiz" };
    cookies.push(
      await cookieFor(database, (await addAccount(database, { grants: ["administrator"], person })).accountId, at),
    );
  }
  /** Somebody opens a page; what they send later says what they saw. */
  const opens = async (who: 0 | 1, page: Page, path: string) => {
    const { data } = await knock(page.loader as never, { database, cookie: cookies[who], path });
    const initial: Record<string, string> = data.initial;
    return (changes: Record<string, string | string[]>, to = database) =>
      knock(page.action, {
        ...{ database: to, cookie: cookies[who], path },
        form: { seen: writeSeen(initial), ...(path === sheetPath && reason), ...sent(initial), ...changes },
      });
  };
  const now = async (page: Page, path: string): Promise<FormValues> =>
    (await knock(page.loader as never, { database, cookie: cookies[0], path })).data.initial;
  return { workshopId, cookies, opens, now, marks: seats.map((id) => `mark.${id}`) as [string, string, string] };
}

/** Whoever changes a mark says why. */
const reason = { reason: "Fila equivocada" };

/** A browser sends no mark where none is chosen. */
const sent = (initial: Record<string, string>) =>
  Object.fromEntries(Object.entries(initial).filter(([name, value]) => !name.startsWith("mark.") || value !== ""));

export const detailsPage = details as unknown as Page;
export const sessionPage = session as unknown as Page;
export const sheetPage = sheet as unknown as Page;
export const [detailsPath, sessionPath, sheetPath] = [
  `${desk}/details`,
  `${desk}/sessions/2`,
  `${desk}/sessions/2/attendance`,
];
