import type { By } from "#app/access/actor.ts";
import { questionForm } from "#app/nominations/call/questions/form.ts";
import { addQuestion } from "#app/nominations/call/questions/questions.commands.ts";
import type { Database } from "#db/database.ts";
import { held } from "#test/support/plan-of.ts";

/** A workshop whose call is written asks something of its nominees. */
export async function haveAsked(database: Database, code: string, by: By) {
  const question = questionForm.parse({ "label.es": "¿Qué espera?", kind: "longText" });
  await database.transact(async (trx) => addQuestion(trx, await held(trx, { code }), question, by));
}

/** A form in good order for each action about questions. */
export function questionForms(code: string) {
  const [address, path] = ["/:l/desk/workshops/:code/call/questions", `/es/desk/workshops/${code}/call/questions`];
  return {
    [address]: { path, form: { part: "remove", number: "1" } },
    [`${address}/new`]: {
      path: `${path}/new`,
      form: { "label.es": "¿Cuántas?", kind: "oneOf", required: "1", "options.es": "Una\nDos" },
    },
    [`${address}/:question`]: { path: `${path}/1`, form: { "label.es": "¿Qué espera aprender?", kind: "shortText" } },
  };
}
