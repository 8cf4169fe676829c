import type { EditForm } from "./edit-forms.ts";

/** Of venues, and of modules. */
export const placeForms: EditForm[] = [
  {
    path: "/:l/desk/venues/:venue/facts",
    who: "coordinator",
    fixed: Object.fromEntries(
      [6, 7].flatMap((day) => ["opens", "closes"].map((part) => [`day.${day}.${part}`, "it is closed on that day"])),
    ),
    values: {
      mapUrl: ["https://demo.example/1", "https://demo.example/2"],
      institutionId: [""],
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].flatMap((day) => [
          [`day.${day}.opens`, ["10:00", "10:30"]],
          [`day.${day}.closes`, ["16:00", "16:30"]],
        ]),
      ),
    },
  },
  { path: "/:l/desk/venues/:venue/rooms/:room", who: "coordinator", values: { capacity: ["7", "8"] } },
  { path: "/:l/desk/workshops/:code/modules/:module", who: "coordinator" },
  {
    path: "/:l/desk/workshops/:code/dates",
    who: "admin",
    params: { code: "TW-2026-01" },
    values: { open: ["2026-11-25", "2026-11-26"], closed: ["2026-11-28", "2026-11-29"], running: ["1", ""] },
  },
  {
    path: "/:l/desk/workshops/:code/quotas/division",
    who: "admin",
    params: { code: "TW-2026-01" },
    fixed: Object.fromEntries(
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((row) =>
        ["for", "seats", "releaseOn"].map((part) => [`quota.${row}.${part}`, "one quota is enough"]),
      ),
    ),
    values: {
      capacity: ["30", "31"],
      promotionDays: ["10", "12"],
      freezeDays: ["5", "6"],
      "quota.1.for": ["country:JP", "country:MX"],
      "quota.1.seats": ["2", "3"],
      "quota.1.releaseOn": ["", ""],
    },
  },
];
