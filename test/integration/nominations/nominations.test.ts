import { expect, test } from "vitest";
import { action as deskAction, loader as deskPage } from "#app/nominations/desk/nomination.route.tsx";
import { loader as deskFile } from "#app/nominations/desk/nominee-letter.route.ts";
import { loader as deskList } from "#app/nominations/desk/nominees.route.tsx";
import { action as letterAction } from "#app/nominations/letter/letter.route.tsx";
import { loader as letterFile } from "#app/nominations/letter/letter-file.route.ts";
import { loader as calls } from "#app/nominations/sender/calls.route.tsx";
import { action as nominating, loader as nominatingPage } from "#app/nominations/sender/nominating.route.tsx";
import { action as nominee, loader as nomineePage } from "#app/nominations/sender/nominee.route.tsx";
import { action as newNominee, loader as newPage } from "#app/nominations/sender/nominee-new.route.tsx";
import { cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { plainPdf } from "#test/support/plain-pdf.ts";
import { knock } from "#test/support/visit.ts";
import { addEnrolment } from "#test/support/world.ts";
import { afterClosing, beforeClosing } from "./calling.ts";
import { brief, code, handIn, listFor, nominatingWorld, put } from "./nominating.ts";

describeDatabases("nominating", (open) => {
  test("is for people of one's own institution, as many as may be, before the end: all of them or nobody", async () => {
    const database = await open();
    const world = await nominatingWorld(database);
    const { workshopId, mexico, ana, beto, carla, haruka, hector } = world;
    expect(await put(database, mexico, [ana, haruka])).toMatchObject({ because: "otherInstitution" });
    await addEnrolment(database, { workshopId, personId: carla, state: "reserve" });
    expect(await put(database, mexico, [ana, carla])).toMatchObject({ because: "enrolled", personIds: [carla] });
    expect(await put(database, mexico, [ana], afterClosing)).toMatchObject({ because: "closed" });
    expect(await listFor(database, world, mexico)).toEqual([]);
    expect(await put(database, mexico, [ana], beforeClosing)).toMatchObject({ status: "nominated" });
    expect(await put(database, mexico, [beto, ana])).toMatchObject({ because: "already", personIds: [ana] });
    expect(await put(database, mexico, [beto, hector.personId])).toMatchObject({ status: "nominated" });
    await database.transact((trx) =>
      trx.updateTable("enrolment").set({ state: "withdrawn" }).where("personId", "=", carla).execute(),
    );
    expect(await put(database, mexico, [carla])).toMatchObject({ because: "tooMany", left: 0 });
    expect(brief(await listFor(database, world, mexico))).toEqual([
      "1 Ávila draft",
      "2 Bravo draft",
      "3 Zamudio draft",
    ]);
  });

  test("goes from the list to the coordinator and back", async () => {
    const database = await open();
    const world = await nominatingWorld(database);
    const { mexico, hector, makoto, coordinator, ana, beto } = world;
    const cookie = await cookieFor(database, hector.accountId);
    const other = await cookieFor(database, makoto.accountId);
    const desk = await cookieFor(database, coordinator.accountId);
    const path = `/es/nominations/${code}`;

    const list = await knock(calls, { database, path: "/es/nominations", cookie });
    expect(list.data.open).toMatchObject([{ code, most: 3, nominated: 0, hasLetter: false }]);
    expect((await knock(calls, { database, path: "/es/nominations", cookie: desk })).status).toBe(403);

    const people = await knock(newPage, { database, path: `${path}/new`, cookie });
    expect(people.data.people.map(({ name }: { name: { name: string } }) => name.name)).toHaveLength(4);
    const nobody = await knock(newNominee, {
      ...{ database, path: `${path}/new`, cookie },
      form: { part: "people", institutionId: mexico },
    });
    expect([nobody.status, nobody.data.errors]).toEqual([422, { p: "nominations:form.people" }]);
    const chosen = { part: "people", institutionId: mexico, p: [ana, beto] };
    const added = await knock(newNominee, { database, path: `${path}/new`, cookie, form: chosen });
    expect(added.headers.get("Location")).toBe(`${path}?done=nominated`);

    const send = { part: "send", institutionId: mexico };
    const early = await knock(nominating, { database, path, cookie, form: send });
    expect(early.headers.get("Location")).toBe(`${path}?refused=noLetter`);
    const pdf = plainPdf([{ media: "0 0 612 792" }]);
    const form = {
      ...{ institutionId: mexico, signatory: "Leonor Salcedo", signatoryPost: "Directora" },
      signedOn: "2026-01-20",
    };
    const wrong = await knock(letterAction, {
      ...{ database, path: `${path}/letter`, cookie, form },
      upload: { name: "oficio.docx", bytes: pdf },
    });
    expect([wrong.status, wrong.data.values.signatory]).toEqual([422, "Leonor Salcedo"]);
    const handed = await knock(letterAction, {
      ...{ database, path: `${path}/letter`, cookie, form },
      upload: { name: "oficio.pdf", bytes: pdf },
    });
    expect(handed.headers.get("Location")).toBe(`${path}?done=letter`);
    const file = await knock(letterFile, { database, path: `${path}/letter/1`, cookie });
    expect([file.status, file.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    expect((await knock(letterFile, { database, path: `${path}/letter/1`, cookie: other })).status).toBe(404);

    const [first] = await listFor(database, world, mexico);
    const id = first?.id ?? "";
    const down = { part: "move", institutionId: mexico, nomination: id, step: "down" };
    await knock(nominating, { database, path, cookie, form: down });
    expect(brief(await listFor(database, world, mexico))).toEqual(["1 Bravo draft", "2 Ávila draft"]);
    const sent = await knock(nominating, { database, path, cookie, form: send });
    expect(sent.headers.get("Location")).toBe(`${path}?done=sent`);

    // nothing of it is the other institution's
    for (const knocked of [
      await knock(nomineePage, { database, path: `${path}/nominees/${id}`, cookie: other }),
      await knock(nominee, {
        ...{ database, path: `${path}/nominees/${id}`, cookie: other },
        form: { part: "withdrawal", because: "other", note: "" },
      }),
      await knock(nominating, { database, path, cookie: other, form: send }),
      await knock(nominating, { database, path, cookie: other, form: down }),
      await knock(newNominee, { database, path: `${path}/new`, cookie: other, form: chosen }),
      await knock(nominatingPage, { database, path: `${path}?sender=${mexico}`, cookie: other }),
    ])
      expect(knocked.status).toBe(404);
    const foreign = await knock(nominatingPage, { database, path, cookie: other });
    expect([foreign.status, foreign.data.nominees, foreign.data.letter]).toEqual([200, [], null]);

    const at = `/es/desk/workshops/${code}/nominations`;
    const rows = await knock(deskList, { database, path: at, cookie: desk });
    expect(rows.data.rows.map((row: { name: string; rank: number }) => [row.name, row.rank])).toEqual([
      ["Mariana Bravo", 1],
      ["Mariana Ávila", 2],
    ]);
    expect((await knock(deskPage, { database, path: `${at}/${id}`, cookie: desk })).data.letter.signatory).toBe(
      "Leonor Salcedo",
    );
    expect((await knock(deskFile, { database, path: `${at}/${id}/letter`, cookie: desk })).status).toBe(200);
    const back = { part: "return", reason: "Falta el cargo.", correctByOn: "2027-03-20" };
    const untold = await knock(deskAction, {
      ...{ database, path: `${at}/${id}`, cookie: desk },
      form: { ...back, reason: " " },
    });
    expect([untold.status, untold.data.errors]).toEqual([422, { reason: "nominations:form.reason" }]);
    const returned = await knock(deskAction, { database, path: `${at}/${id}`, cookie: desk, form: back });
    expect(returned.headers.get("Location")).toBe(`${at}?done=returned`);

    const seen = await knock(nomineePage, { database, path: `${path}/nominees/${id}`, cookie });
    expect(seen.data.nominee.history[0]).toMatchObject({ state: "returned", who: "host", reason: "Falta el cargo." });
    const corrected = await knock(nominee, {
      ...{ database, path: `${path}/nominees/${id}`, cookie },
      form: { part: "send" },
    });
    expect(corrected.headers.get("Location")).toBe(`${path}?done=sent`);
    expect(brief(await listFor(database, world, mexico))).toEqual(["1 Bravo endorsed", "2 Ávila endorsed"]);

    const gone = { part: "withdrawal", because: "workload", note: "Cierre de año" };
    const [leaving] = await listFor(database, world, mexico);
    await knock(nominee, { database, path: `${path}/nominees/${leaving?.id}`, cookie, form: gone });
    expect(brief(await listFor(database, world, mexico))).toEqual(["1 Ávila endorsed", "- Bravo withdrawn"]);
    // whoever was withdrawn may be nominated again, behind the others
    await put(database, mexico, [beto]);
    expect(brief(await listFor(database, world, mexico))).toContain("2 Bravo draft");
  });

  test("takes a letter until the end, and keeps each", async () => {
    const database = await open();
    const world = await nominatingWorld(database);
    const { mexico } = world;
    expect([await handIn(database, mexico), await handIn(database, mexico, beforeClosing)]).toEqual([null, null]);
    expect(await handIn(database, mexico, afterClosing).catch(() => "undone")).toBe("closed");
    expect(await handIn(database, mexico, "2027-01-10T00:00:00.000Z")).toBe("ahead");
    const letters = await database.read.selectFrom("nominationLetter").select("number").orderBy("number").execute();
    expect(letters.map(({ number }) => number)).toEqual([1, 2]);
  });
});
