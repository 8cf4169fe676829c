import type { EditForm } from "./edit-forms.ts";

/** Of venues, and of modules. */
export const placeForms: EditForm[] = [
  {
    path: "/:l/desk/venues/:venue/facts",
    who: "coordinator",
    values: {
      mapUrl: ["https://demo.example/1", "https://demo.example/2"],
      institutionId: [""],
      "day.": ["11:00"],
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
];
