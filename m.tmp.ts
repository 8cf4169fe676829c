import { openDatabase } from "#db/database.ts";
import { everywhere } from "#app/access/permissions.ts";
import { readPlannerFilter } from "#app/desk/planner/planner-filter.ts";
import { plannerRows } from "#app/desk/planner/planner-rows.ts";
import { listDaysHeld, listSharedPeople } from "#app/desk/planner/clashes.queries.ts";
import { listWorkshopsDuring } from "#app/workshops/list.queries.ts";
import { listCoordinators } from "#app/accounts/coordinators.queries.ts";
import { plannedClashes } from "#app/desk/planner/clashes.ts";
import { translator } from "#app/i18n/translator.server.ts";
import { now } from "#app/time/instant.ts";
const db = openDatabase(process.argv[2] ?? "/tmp/wt/tmp-planner/large.sqlite"); const read = db.read; const t = translator("es"); const at = now();
const visit = { db: read, reach: everywhere, locale: "es", t, at, actor: { zone: "America/Mexico_City" } } as any;
for (const period of ["2026", "2027", "2026-Q4"]) {
const filter = readPlannerFilter(new URL(`http://x/es/desk/planner?period=${period}`), "2026-11-27");
const time = async (name: string, f: () => Promise<any>) => { let r; for (let i=0;i<5;i++) r = await f(); const c = process.cpuUsage(); const n=20; for (let i=0;i<n;i++) r = await f(); const u = process.cpuUsage(c); console.log(period, name, ((u.user+u.system)/1000/n).toFixed(2), Array.isArray(r)? r.length : r?.rows?.length ?? r?.size ?? ""); return r; };
const ws = await time("during", () => listWorkshopsDuring(read, everywhere, filter.period));
const open = ws.filter((w: any) => !["completed","cancelled"].includes(w.state));
console.log("open", open.length);
await time("shared", () => listSharedPeople(read, open.map((w: any) => w.id)));
await time("held", () => listDaysHeld(read, open.map((w: any) => w.id), ["2026-11-16","2026-12-25"]));
await time("coordinators", () => listCoordinators(read));
const c = await time("clashes", () => plannedClashes(visit, ws));
await time("rows", () => plannerRows(visit, filter));
}
await db.close();
