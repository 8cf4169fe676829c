import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import type { AppContext } from "#app/web/context.ts";
import { type Accepts, accepts } from "#app/web/doors/accepts.ts";
import { takes } from "#app/web/doors/door.ts";
import { publicLoader } from "#app/web/doors/form-door.ts";
import { invalid } from "#app/web/invalid.ts";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { badForm, badQuery, badSegment, rightForm } from "#test/support/bad-input.ts";
import { type Cast, castDemo } from "#test/support/cast.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { longPdf } from "#test/support/plain-pdf.ts";
import { addressOf, isForScripts, type SitePlace, sitePlaces, undoing, watching } from "#test/support/site.ts";
import { knockInsisting, settled } from "#test/support/visit.ts";

/** Each place is asked so often on each database: with some 220 places, 24,000 requests. `BAD_INPUT=1000` asks more. */
const runs = Number(process.env.BAD_INPUT ?? 110);

/** What a refused request may write: attempts that are counted, and when a session was last seen. */
const allowed = ["rateLimit", "rate_limit", "accountSession", "account_session"];

async function attack(places: SitePlace[], cast: Cast, limits: fc.Parameters<unknown> = { numRuns: runs }) {
  let requests = 0;
  const watched = watching(undoing(cast.database));
  const known = [...Object.values(cast.own), ...Object.values(await knownIds(cast.database)).flat()];
  const roles = Object.values(cast.cookies);
  for (const { path, loader, action } of places) {
    const attempt = fc.record({
      cookie: fc.constantFrom(...roles),
      locale: fc.constantFrom("es", "ja", "en"),
      segments: fc.record({
        code: badSegment,
        n: badSegment,
        number: badSegment,
        file: badSegment,
        id: badSegment,
        token: badSegment,
      }),
      isOwn: fc.boolean(),
      query: badQuery,
      form: action ? badForm(action[takes], known) : fc.constant({}),
      isPost: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(attempt, async ({ cookie, locale, segments, isOwn, query, form, isPost }) => {
        const door = isPost ? (action ?? loader) : (loader ?? action);
        const isForm = door === action;
        const segmentsHere = isOwn ? cast.own : segments;
        const address = `${addressOf(path, { ...segmentsHere, l: locale })}?${new URLSearchParams(query)}`;
        // what the request before has noted, such as a list that was taken along, is not this one's
        await settled(watched.database);
        watched.written.length = 0;
        const answer = await knockInsisting(door!, {
          database: watched.database,
          path: address,
          form: isForm ? form : undefined,
          cookie,
        });
        requests += 1;
        expect(answer.status, `${address} ${JSON.stringify(form)}`).toBeLessThan(500);
        expect(JSON.stringify(answer.data) ?? "").not.toMatch(/at \S+ \(|node_modules|SQLITE_|Error:/);
        if (answer.status >= 400) expect(watched.written.filter((table) => !allowed.includes(table))).toEqual([]);
      }),
      limits,
    );
  }
  return requests;
}

/**
 * Whether fields that are right each by itself get past the form: then what the action does with them must not break.
 */
async function letsPast({ path, action }: SitePlace, { database, cookies, own }: Cast): Promise<boolean> {
  const { programme, institution, workshop, person, ...others } = await knownIds(database);
  const kinds = {
    programmeId: programme,
    hostInstitutionId: institution,
    institutionId: institution,
    workshopId: workshop,
    personId: person,
  };
  const known = [programme, institution, workshop, person, ...Object.values(others)].flat();
  const whole = fc
    .sample(rightForm(action![takes], known), 3000)
    .filter((form) => action![takes].safeParse(form).success);
  for (const fields of whole.slice(0, 50)) {
    const fitting = Object.entries(kinds).flatMap(([name, ids]) => (fields[name] ? [[name, ids[0] as string]] : []));
    const form = { ...fields, ...Object.fromEntries(fitting) };
    for (const cookie of Object.values(cookies)) {
      // a file is stored before its form's transaction, which finds it
      const visit = isUpload(action!)
        ? { database, upload: { name: "guía.pdf", bytes: longPdf(1_000) } }
        : { database: undoing(database) };
      const address = addressOf(path, { ...own, l: "es" });
      const { status, location } = await knockInsisting(action!, { ...visit, path: address, cookie, form });
      if (![403, 422].includes(status) && !location?.includes("/sign-in")) return true;
    }
  }
  return false;
}

const isUpload = (action: object) => (action as { [accepts]?: Accepts })[accepts]?.isBuffered === false;

/** Two ids of each kind that forms refer to. */
async function knownIds({ read }: Database) {
  const idsOf = async (
    table: "programme" | "institution" | "theme" | "account" | "enrolment" | "workshop" | "person",
  ) => (await read.selectFrom(table).select("id").limit(2).execute()).map(({ id }) => id);
  return {
    person: await idsOf("person"),
    programme: await idsOf("programme"),
    institution: await idsOf("institution"),
    theme: await idsOf("theme"),
    account: await idsOf("account"),
    enrolment: await idsOf("enrolment"),
    workshop: await idsOf("workshop"),
  };
}

describeDatabases("bad input", (open) => {
  test("negative control: a door that breaks, and one that saves half, are both caught", async () => {
    const cast = await castDemo(open);
    const breaking = publicLoader(async ({ url }) => BigInt(url.searchParams.get("page") ?? "1").toString());
    const half = async ({ context }: { context: unknown }) => {
      const { database } = context as AppContext;
      await database.transact((trx) => trx.insertInto("setting").values({ name: newId(), value: "half" }).execute());
      return invalid({ "": "common:form.invalid" }, {});
    };
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const caught = (place: Partial<SitePlace>) =>
      attack([{ path: "/:l", file: "planted", ...place }], cast, { numRuns: 200, endOnFailure: true }).then(
        () => "missed",
        String,
      );
    expect(await caught({ loader: breaking })).toMatch(/Property failed/);
    expect(await caught({ action: Object.assign(half, { [takes]: z.object({}) }) })).toMatch(/Property failed/);
    logged.mockRestore();
  });

  test("no answer of 5xx, no words from inside, and nothing changed by a refusal", { timeout: 600_000 }, async () => {
    const cast = await castDemo(open);
    // signing in costs a tenth of a second by design, and ends the sessions of the cast
    const places = (await sitePlaces()).filter(({ file }) => !/sign-(in|out)|first-administrator/.test(file));
    const requests = await attack(places, cast);
    console.log(`${requests} requests with bad input`);
    expect(requests).toBe(places.length * runs);
  });

  test("forms are attacked with fields of their own: those that are right get past each of them", {
    timeout: 60_000,
  }, async () => {
    const cast = await castDemo(open);
    // a one-time link is asked for before its form, and a wrong password is a field's error
    const forms = (await sitePlaces()).filter(({ action }) => action && !isForScripts(action));
    const actions = forms.filter(({ path }) => !/:token|sign-in/.test(path));
    expect(actions.length).toBeGreaterThan(20);
    const closed: string[] = [];
    for (const place of actions) if (!(await letsPast(place, cast))) closed.push(place.path);
    expect(closed).toEqual([]);
  });
});
