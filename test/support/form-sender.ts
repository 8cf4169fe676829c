import { redirect } from "@remix-run/node";
import { guardedAction } from "#app/web/doors/form-door.ts";
import { noFields } from "#app/web/fields.ts";
import { openDatabase } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { knock } from "./visit.ts";

/** Forms that are sent at once, each with its fields. */
export type Batch = { url: string; cookie: string; forms: Record<string, string>[] };

/** Leaves a row each time, and answers with its name: two answers are alike only where one of them has acted. */
const act = guardedAction("own.change", noFields, async ({ trx }) => {
  const name = newId();
  await trx.insertInto("setting").values({ name, value: "x" }).execute();
  return redirect(`/es/me?done=${name}`);
});

async function send({ url, cookie, forms }: Batch): Promise<(string | null)[]> {
  const database = openDatabase(url);
  const answers = await Promise.all(forms.map((form) => knock(act, { database, path: "/es/me", cookie, form })));
  await database.close();
  return answers.map(({ location }) => location);
}

process.on("message", async (batch: Batch) => {
  process.send?.(await send(batch));
  process.disconnect();
});
process.send?.("ready");
