const desk = "/:l/desk/workshops/:code";

/** Forms in good order that plan several sessions at once. */
export const timetableForms = {
  [`${desk}/copy`]: {
    path: "/es/desk/workshops/ZZ-4/copy",
    form: { deed: "copy", startsOn: "2027-12-20", parts: ["texts", "sessions", "venue"] },
  },
  [`${desk}/dates`]: {
    path: "/es/desk/workshops/ZZ-3/dates",
    form: { closed: "2026-12-20", running: "1" },
  },
  [`${desk}/sessions/:n/repeat`]: {
    path: "/es/desk/workshops/ZZ-4/sessions/6/repeat",
    form: { on: "2026-12-26" },
  },
  [`${desk}/timetable/paste`]: {
    path: "/es/desk/workshops/ZZ-2/timetable/paste",
    form: { part: "save", text: "2026-11-25\t15:00\t16:00\tlecture\tNueva" },
  },
  [`${desk}/timetable/shift`]: {
    path: "/es/desk/workshops/ZZ-3/timetable/shift",
    form: { to: "2027-01-11" },
  },
  [`${desk}/timetable/texts`]: {
    path: "/es/desk/workshops/ZZ-2/timetable/texts",
    form: { "title.1.es": "Otra" },
  },
};
