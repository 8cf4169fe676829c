import { createHash } from "node:crypto";
import { storeBytes } from "#app/files/commands.ts";
import { fileTypes } from "#app/files/kinds.rules.ts";
import { addLetter } from "#app/nominations/letter/commands.ts";
import { nominate } from "#app/nominations/nomination/commands.ts";
import { listOfSender, type Nomination } from "#app/nominations/nomination/queries.ts";
import type { Instant } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { addAccount } from "#test/support/accounts.ts";
import { plainPdf } from "#test/support/plain-pdf.ts";
import { held } from "#test/support/plan-of.ts";
import { callAt, callingWorld, code, publish, save } from "./calling.ts";

/** The call is out: both institutions are invited, three nominees each. Three people of the Mexican one, one other. */
export async function nominatingWorld(database: Database) {
  const world = await callingWorld(database);
  const { mexico, japan } = world;
  await save(database, { institutions: [mexico, japan] });
  await publish(database);
  const person = async (familyName: string, institutionId: Id<"institution">) =>
    (await addAccount(database, { person: { familyName, institutionId }, passwordHash: null })).personId;
  const people = {
    ana: await person("Ávila", mexico),
    beto: await person("Bravo", mexico),
    carla: await person("Cano", mexico),
    haruka: await person("Takahashi", japan),
  };
  return { ...world, ...people };
}

export type World = Awaited<ReturnType<typeof nominatingWorld>>;

export const nominateAt = "2027-02-01T12:00:00.000Z" as const;

export const put = (
  database: Database,
  institutionId: Id<"institution">,
  personIds: Id<"person">[],
  at: Instant = nominateAt,
) =>
  database.transact(async (trx) =>
    nominate(trx, { workshop: await held(trx, { code }), institutionId }, personIds, { accountId: null, at }),
  );

type Said = { code: string; signedOn: `${number}-${number}-${number}` };

export const handIn = (
  database: Database,
  institutionId: Id<"institution">,
  at: Instant = nominateAt,
  { code: named, signedOn }: Said = { code, signedOn: "2027-01-20" },
) =>
  database.transact(async (trx) => {
    const pdf = plainPdf([{ media: "0 0 612 792" }]);
    const id = await storeBytes(trx, pdf, { name: "oficio.pdf", at });
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    const file = {
      id,
      name: "oficio.pdf",
      kind: "pdf",
      type: fileTypes.pdf,
      sizeBytes: pdf.byteLength,
      sha256,
    } as const;
    const input = { signatory: "Leonor Salcedo", signatoryPost: "Directora General", signedOn };
    return addLetter(
      trx,
      { workshop: await held(trx, { code: named }), institutionId },
      { input, file },
      { accountId: null, at },
    );
  });

export const listFor = ({ read }: Database, { workshopId }: World, institutionId: Id<"institution">) =>
  listOfSender(read, { workshopId, institutionId });

/** Family names with rank and state. */
export const brief = (nominations: readonly Nomination[]) =>
  nominations.map(({ familyName, rank, state }) => `${rank ?? "-"} ${familyName} ${state}`);

export { callAt, code };
