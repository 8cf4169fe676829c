import { reachedProgramme } from "#app/desk/programmes/desk-programme.ts";
import { asChosen } from "#app/tables/list-order.ts";
import { listFile } from "#app/web/doors/list-door.ts";
import { costList } from "./cost-list.tsx";
import { costRows } from "./cost-rows.ts";

export const loader = listFile("programme.read", async (visit) => {
  const programme = await reachedProgramme(visit);
  const { rows } = await costRows(visit, programme);
  return { list: costList, rows: asChosen(rows, costList, visit).rows, of: programme.code };
});
