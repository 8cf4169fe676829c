import { sealAudit } from "#app/audit/commands.ts";
import { openDatabase } from "#db/database.ts";

// a process that is told a database's URL, and seals a few entries at a time until it is killed
process.once("message", async (url: string) => {
  const database = openDatabase(url);
  const counted: typeof database = {
    ...database,
    async transact(work) {
      const done = await database.transact(work);
      process.send?.("sealed");
      return done;
    },
  };
  await sealAudit(counted, 10);
});
process.send?.("ready");
