import { scheduleMessage, sendMessage } from "#app/messages/commands.ts";
import { writeMessage } from "#app/messages/compose/writing.commands.ts";
import { bodyField, messageForm, subjectField } from "#app/messages/form.ts";
import { findMessageById } from "#app/messages/queries.ts";
import type { Database, Writer } from "#db/database.ts";
import type { Id } from "#db/id.ts";
import { writtenId } from "#test/support/written-id.ts";
import { accepted, type Deed, type Twins } from "./deeds.ts";
import type { SeededWorkshop } from "./workshop-deeds.ts";

/** What coordinators have written, and sent or put off. */
export async function messageDeeds({ read }: Database, { id }: SeededWorkshop, twins: Twins): Promise<Deed[]> {
  const rows = await read.selectFrom("message").selectAll().where("workshopId", "=", id).orderBy("createdAt").execute();
  const messages = await Promise.all(rows.map((row) => findMessageById(read, row.id as Id<"message">)));
  return messages.flatMap((message) => {
    if (!message) return [];
    const { audience, texts, createdAt: at, sendAt } = message;
    const perform = async (trx: Writer) => {
      const form = { audience, ...subjectField.write(texts.subject), ...bodyField.write(texts.body) };
      const by = { accountId: twins.of(message.writtenBy), at };
      const made = writtenId(await writeMessage(trx, twins.of(id), messageForm.parse(form), by));
      const written = await findMessageById(trx, made);
      if (!written) throw new Error("Nothing was written.");
      accepted(await (sendAt ? scheduleMessage(trx, written, sendAt, by) : sendMessage(trx, written, by)), "A message");
    };
    return [{ at, perform }];
  });
}
