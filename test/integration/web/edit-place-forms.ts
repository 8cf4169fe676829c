import { divideSeats } from "#app/enrolment/quotas/quotas.commands.ts";
import { saveCall } from "#app/nominations/call/commands.ts";
import { questionForm } from "#app/nominations/call/questions/form.ts";
import { addQuestion } from "#app/nominations/call/questions/questions.commands.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { standardFormId } from "#test/integration/nominations/applying.ts";
import { callInput } from "#test/integration/nominations/calling.ts";
import { held } from "#test/support/plan-of.ts";
import { addWorkshop } from "#test/support/world.ts";
import type { EditForm } from "./edit-forms.ts";
import { programmeForms } from "./edit-programme-forms.ts";

/** A workshop whose call is written. */
const called = "ZC-9";

/** Of venues, of modules, and of programmes. */
export const placeForms: EditForm[] = [
  ...programmeForms,
  {
    path: "/:l/desk/venues/:venue/facts",
    who: "coordinator",
    fixed: Object.fromEntries(
      [6, 7].flatMap((day) => ["opens", "closes"].map((part) => [`day.${day}.${part}`, "it is closed on that day"])),
    ),
    values: {
      mapUrl: ["https://demo.example/1", "https://demo.example/2"],
      institutionId: [""],
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].flatMap((day) => [
          [`day.${day}.opens`, ["10:00", "10:30"]],
          [`day.${day}.closes`, ["16:00", "16:30"]],
        ]),
      ),
    },
  },
  { path: "/:l/desk/venues/:venue/rooms/:room", who: "coordinator", values: { capacity: ["7", "8"] } },
  { path: "/:l/desk/workshops/:code/modules/:module", who: "coordinator" },
  {
    path: "/:l/desk/workshops/:code/call",
    who: "admin",
    params: { code: called },
    fixed: { reason: "it is kept with a version that was published" },
    values: {
      countries: ["MX", "JP"],
      partA: ["1"],
      applicationForm: [standardFormId],
      nomineesMax: ["4", "5"],
      nomineeClosesOn: ["2027-03-02", "2027-03-03"],
      closesOn: ["2027-03-09", "2027-03-10"],
    },
  },
  {
    path: "/:l/desk/workshops/:code/call/questions/:question",
    who: "admin",
    params: { code: called, question: "1" },
    fixed: { kind: "its options belong to it" },
    values: {
      required: ["1", ""],
      ...Object.fromEntries(["es", "ja", "en"].map((lang) => [`options.${lang}`, ["Uno\nDos", "Tres\nCuatro"]])),
    },
  },
  {
    path: "/:l/desk/workshops/:code/dates",
    who: "admin",
    params: { code: "TW-2026-01" },
    values: { open: ["2026-11-25", "2026-11-26"], closed: ["2026-11-28", "2026-11-29"], running: ["1", ""] },
  },
  {
    path: "/:l/desk/workshops/:code/quotas/division",
    who: "admin",
    params: { code: "TW-2026-01" },
    lists: ["quota"],
    values: {
      capacity: ["30", "31"],
      promotionDays: ["1", "2"],
      freezeDays: ["0", "1"],
      confirmDays: ["10", "3"],
      "quota.1.for": ["country:JP", "country:MX"],
      "quota.1.seats": ["2", "3"],
      "quota.1.releaseOn": [""],
    },
  },
];

/** A call is written, so that no word of it is empty. */
export async function callMade(database: Database, by: { accountId: null; at: Instant }) {
  await addWorkshop(database, { code: called, startsOn: "2027-06-21", endsOn: "2027-06-25" });
  await database.transact(async (trx) => {
    const input = callInput({ countries: ["JP"] });
    await saveCall(trx, await held(trx, { code: called }), input, by);
    const inEach = (name: string, text: string) =>
      Object.fromEntries(["es", "ja", "en"].map((lang) => [`${name}.${lang}`, text]));
    const question = { ...inEach("label", "¿Cuántas?"), kind: "oneOf", ...inEach("options", "Una\nDos") };
    await addQuestion(trx, await held(trx, { code: called }), questionForm.parse({ ...question, required: "1" }), by);
  });
}

/** Some seats of the workshop are kept for a country, so that no field of that form is empty. */
export async function divideMade(database: Database, code: string, at: { accountId: null; at: Instant }) {
  await database.transact(async (trx) => {
    const { id } = await trx.selectFrom("workshop").select("id").where("code", "=", code).executeTakeFirstOrThrow();
    const quotas = [{ institutionId: null, country: "JP", seats: 1, releaseOn: null }];
    await divideSeats(trx, id, { capacity: 6, quotas, promotionDays: 3, freezeDays: 2 }, at);
  });
}
