import * as file from "#app/materials/files/material-file.route.ts";
import * as versionFile from "#app/materials/files/version-file.route.ts";
import type { MaterialClass } from "#app/materials/rules.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { handOutPdf } from "#test/support/materials.ts";
import { knock, visit } from "#test/support/visit.ts";
import { addEnrolment, addWorkshop, programmeOf } from "#test/support/world.ts";

export const at = "2026-11-20T12:00:00.000Z" as const;
export const classes = ["public", "participants", "staff", "confidential"] as const;

/** A workshop with a material of each class, and somebody in each relation to it. */
export async function setUp(database: Database, state: "open" | "draft" = "open") {
  const workshopId = await addWorkshop(database, { code: "ZZ-1", state });
  await addWorkshop(database, { code: "ZZ-2" });
  const programmeId = await programmeOf(database, workshopId);
  const admin = await addAccount(database, { grants: ["administrator"] });
  const by = { accountId: admin.accountId, at };
  const numbers = {} as Record<MaterialClass, number>;
  for (const whose of classes)
    numbers[whose] = await handOutPdf(database, { code: "ZZ-1", class: whose, title: whose, by });
  const somebody = async (
    grants: Parameters<typeof addAccount>[1] = {},
    seat?: "confirmed" | "reserve" | "withdrawn",
  ) => {
    const { accountId, personId } = await addAccount(database, { ...grants });
    if (seat) await addEnrolment(database, { workshopId, personId, state: seat, ticket: ticket++ });
    return cookieFor(database, accountId);
  };
  let ticket = 1;
  const elsewhere = await programmeOf(database, (await idOf(database, "ZZ-2")) as Id<"workshop">);
  const cookies: Record<string, string> = {
    stranger: "",
    official: await somebody({ grants: ["official"] }),
    participant: await somebody({ grants: ["official"] }, "confirmed"),
    waiting: await somebody({ grants: ["official"] }, "reserve"),
    withdrawn: await somebody({ grants: ["official"] }, "withdrawn"),
    manager: await somebody({ grants: ["manager"] }),
    instructor: await somebody({ grants: [{ role: "instructor", workshopId }] }),
    coordinator: await somebody({ grants: [{ role: "coordinator", programmeId }] }),
    otherCoordinator: await somebody({ grants: [{ role: "coordinator", programmeId: elsewhere }] }),
    administrator: await cookieFor(database, admin.accountId),
  };
  const get = async (who: string, number: number, headers: Record<string, string> = {}) =>
    knock(file.loader, { database, path: `/es/workshops/ZZ-1/materials/${number}`, cookie: cookies[who], headers });
  /** What is handed out, byte by byte. */
  const bytesOf = async (who: string, path: string, headers: Record<string, string> = {}) => {
    const door = path.includes("/versions/") ? versionFile.loader : file.loader;
    const answer = (await door(visit({ database, path, cookie: cookies[who], headers }))) as Response;
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  return { workshopId, cookies, numbers, get, bytesOf, by };
}

const idOf = async ({ read }: Database, code: string) =>
  (await read.selectFrom("workshop").select("id").where("code", "=", code).executeTakeFirstOrThrow()).id;
