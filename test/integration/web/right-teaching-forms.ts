import type { By } from "#app/access/actor.ts";
import { everywhere } from "#app/access/permissions.ts";
import { addMember } from "#app/faculty/commands.ts";
import { memberForm, seenMark } from "#app/faculty/form.ts";
import { askStaff } from "#app/faculty/requests/asking.commands.ts";
import { saveStaff } from "#app/faculty/staff/staff.commands.ts";
import { listSessionsOf } from "#app/timetable/queries.ts";
import { holdWorkshop } from "#app/workshops/hold.commands.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";

type Teacher = { personId: Id<"person"> };
const [askedIn, proposedIn] = ["ZZ-4", "ZZ-3"];
const teacher = memberForm.parse({ roles: "instructor", languages: "es", note: "" });

/** Somebody is asked to teach, and somebody else is only proposed. */
export async function haveTaught(database: Database, who: { asked: Teacher; proposed: Teacher }, by: By) {
  await database.transact(async (trx) => {
    for (const [code, { personId }] of [
      [askedIn, who.asked],
      [proposedIn, who.proposed],
    ] as const) {
      const { id } = await addMember(trx, { personId, ...teacher }, by);
      const workshop = await holdWorkshop(trx, code ?? "", everywhere);
      if (!workshop) throw new Error(`there is no workshop ${code}`);
      const [session] = await listSessionsOf(trx, [workshop.id]);
      const chosen = [{ role: "instructor" as const, name: "instructor.1", facultyId: id }];
      if (session) await saveStaff(trx, session.id, chosen, by);
      if (code === askedIn) await askStaff(trx, workshop, by);
    }
  });
}

/** A form in good order for each action about those who teach. */
export async function teachingForms({ read }: Pick<Database, "read">) {
  const staff = await read
    .selectFrom("sessionStaff")
    .innerJoin("session", "session.id", "sessionStaff.sessionId")
    .innerJoin("workshop", "workshop.id", "session.workshopId")
    .leftJoin("teachingRequest", (join) =>
      join
        .onRef("teachingRequest.facultyId", "=", "sessionStaff.facultyId")
        .onRef("teachingRequest.workshopId", "=", "workshop.id"),
    )
    .select(["workshop.code", "sessionStaff.facultyId", "sessionStaff.sessionId", "session.startsAt"])
    .select("teachingRequest.id as requestId")
    .execute();
  const asked = staff.find(({ code }) => code === askedIn);
  const proposed = staff.find(({ code }) => code === proposedIn);
  if (!asked || !proposed) throw new Error("nobody teaches");
  const unlisted = await read
    .selectFrom("person")
    .select("id")
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("faculty").select("id").whereRef("personId", "=", "person.id"))),
    )
    .executeTakeFirstOrThrow();
  const facts = { roles: "interpreter", languages: ["es", "ja"], note: "Simultánea" };
  return {
    "/:l/me/teaching": {
      path: "/es/me/teaching",
      form: { part: asked.requestId ?? "", answer: "accept", accepted: asked.sessionId, seen: seenMark(asked) },
    },
    "/:l/me/calendar": { path: "/es/me/calendar", form: { part: "make" } },
    "/:l/desk/faculty/new": { path: "/es/desk/faculty/new", form: { ...facts, personId: unlisted.id } },
    "/:l/desk/faculty/:member": { path: `/es/desk/faculty/${asked.facultyId}`, form: facts },
    "/:l/desk/faculty/:member/availability": {
      path: `/es/desk/faculty/${asked.facultyId}/availability`,
      form: { part: "absence", startsOn: "2026-12-01", endsOn: "2026-12-03" },
    },
    "/:l/desk/workshops/:code/teaching": {
      path: `/es/desk/workshops/${proposedIn}/teaching`,
      form: { part: "ask" },
    },
  };
}
