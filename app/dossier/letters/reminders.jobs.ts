import { eachAlone, type Round } from "#app/outbox/job.ts";
import { remindOfTasks } from "./reminders.commands.ts";
import { listDueTasks, listOwing } from "./reminders.queries.ts";

/** Participants who still owe something hear of it a week before its day, on the eve of it, and the day after it. */
export const remindParticipants: Round = async (database, at) =>
  eachAlone(await listDueTasks(database.read, at), async ([workshopId, due]) =>
    eachAlone(await listOwing(database.read, workshopId, due), (owing) =>
      database.transact((trx) => remindOfTasks(trx, workshopId, owing, at)),
    ),
  );
