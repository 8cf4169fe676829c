import type { DossierTask } from "../queries.ts";
import { taskNote, taskTitle } from "./form.ts";

export const taskFormValues = (task: DossierTask): Record<string, string> => ({
  ...taskTitle.write(task.title),
  ...taskNote.write(task.note),
  ...{ owedBy: task.owedBy, holds: task.holds, seenBy: task.seenBy },
  ...{ dueDays: String(task.dueDays), eraseDays: String(task.eraseDays) },
});

/** A task of the coordinators' own begins with what is usual. */
export const newTaskValues: Record<string, string> = {
  ...{ owedBy: "participant", holds: "nothing", seenBy: "coordination", dueDays: "-30", eraseDays: "30" },
};
