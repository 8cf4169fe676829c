import fc from "fast-check";
import type { z } from "zod";
import { markStatuses } from "#app/attendance/rules.ts";
import { staffFields } from "#app/faculty/form.ts";
import { partyRoles } from "#app/programmes/rules.ts";
import { type FormValues, writeSeen } from "#app/ui/form/seen.rules.ts";
import { takes } from "#app/web/doors/door.ts";
import { edits } from "#app/web/doors/edit-door.ts";
import type { Database } from "#db/database.ts";
import { rightForm } from "#test/support/bad-input.ts";
import type { Cast } from "#test/support/cast.ts";
import { addressOf, type SitePlace, sitePlaces } from "#test/support/site.ts";
import { knock } from "#test/support/visit.ts";
import { applicationEdits } from "./application-forms.ts";
import { dossierEdits } from "./dossier-forms.ts";
import { peopleForms } from "./edit-people-forms.ts";
import { placeForms } from "./edit-place-forms.ts";
import { reviewEdits } from "./review-forms.ts";

export type Typed = Record<string, string | string[]>;

/** A form that changes what is stored, as somebody of the demo opens it. */
export type EditForm = {
  path: string;
  /** Of a page with several forms. */
  part?: string;
  who: string;
  params?: Record<string, string>;
  query?: string;
  /** By the page's data. */
  stored?(data: Record<string, { stored: FormValues }>): FormValues;
  /** What it sends beside its fields. */
  rest?: Typed;
  lists?: string[];
  /** Whoever sends it vouches for all of it. */
  isVouched?: boolean;
  /** Fields that cannot be changed here. Each has its reason. */
  fixed?: Record<string, string>;
  /** Values that fit a field, where those of its schema do not. */
  values?: Record<string, string[]>;
};

const desk = "/:l/desk/workshops/:code";
const made = { code: "TW-2026-01", n: "1" };

export const editForms: EditForm[] = [
  {
    path: `${desk}/details`,
    who: "admin",
    params: made,
    fixed: {
      code: "it is the form's address",
      zone: "sessions are planned by it",
      venueId: "it goes with the zone",
    },
    values: {
      startsOn: ["2026-11-29", "2026-11-30"],
      endsOn: ["2026-12-06", "2026-12-07"],
      capacity: ["7", "8"],
      minimumAttendance: ["70", "60"],
    },
  },
  {
    path: `${desk}/sessions/:n`,
    who: "admin",
    params: made,
    fixed: {
      endsNextDay: "ticked alone, it makes a night of more than a day",
      place: "it brings a clock of its own",
      zone: "another clock is another time",
      moduleId: "the workshop has none",
      ...{ startsHour: "clocks show it once", endsHour: "clocks show it once" },
      ...Object.fromEntries(Object.keys(staffFields).map((name) => [name, "only somebody of the list fits"])),
    },
    values: {
      isCounted: [""],
      date: ["2026-12-02", "2026-12-03"],
      ...{ startsTime: ["09:15", "09:30"], endsTime: ["11:15", "11:30"] },
      joinUrl: ["https://demo.example/1", "https://demo.example/2"],
      ...{ language: ["es", "ja"], mode: ["online", "hybrid"] },
      interpretation: ["simultaneous", "consecutive"],
    },
  },
  { path: `${desk}/timetable/texts`, who: "admin", params: made, values: { "title.": ["Uno más", "Otro"] } },
  {
    path: "/:l/desk/faculty/:member",
    who: "coordinator",
    values: { note: ["Uno más", "Otro"] },
  },
  {
    path: `${desk}/sessions/:n/attendance`,
    who: "coordinator",
    rest: { reason: "Fila equivocada" },
    values: { "mark.": [...markStatuses] },
  },
  {
    path: `${desk}/materials/:n`,
    who: "admin",
    params: made,
    values: { class: ["public", "staff"] },
    fixed: { sessionId: "the workshop has no session to choose" },
  },
  {
    path: `${desk}/messages/:message/text`,
    who: "coordinator",
    fixed: { sessionId: "it goes with one group alone", chosen: "as above" },
    values: {
      audience: ["seated", "reserve"],
      "subject.": ["Uno más", "Otro"],
      "body.": ["Otro texto", "Más texto"],
    },
  },
  ...peopleForms,
  ...placeForms,
  ...dossierEdits,
  ...applicationEdits,
  ...reviewEdits,
  {
    path: "/:l/me/profile",
    part: "certificate",
    who: "official-jp",
    stored: ({ certificate }) => certificate?.stored ?? {},
    rest: { isConfirmed: "1" },
    isVouched: true,
  },
  {
    path: "/:l/admin/programmes/:code",
    who: "admin",
    params: { code: "TW" },
    lists: ["party", "signatory"],
    values: {
      startsOn: ["2026-01-01", "2026-02-01"],
      endsOn: ["2029-01-01", "2029-02-01"],
      "party.1.role": [...partyRoles],
    },
  },
  {
    path: "/:l/admin/institutions/:code",
    part: "name",
    who: "admin",
    params: { code: "TW" },
    query: "?from=2020-01-01",
    fixed: { validFrom: "it says which name is meant" },
  },
];

export async function placeOf({ path }: EditForm): Promise<Required<SitePlace>> {
  const place = (await sitePlaces()).find((one) => one.path === path);
  if (!place?.loader || !place.action) throw new Error(`There is no form at ${path}.`);
  return { ...place, loader: place.loader, action: place.action };
}

/** The addresses of all forms that say what they have seen. */
export const editedPlaces = async () =>
  (await sitePlaces()).filter(({ action }) => action && edits in action).map(({ path }) => path);

/** What somebody does with such a form. */
export function editing({ database, cookies, own }: Cast, form: EditForm, place: Required<SitePlace>) {
  const address = addressOf(form.path, { ...own, ...form.params, l: "es" });
  const visit = { path: address + (form.query ?? ""), cookie: cookies[form.who] };
  const look = async (): Promise<FormValues> => {
    const { data } = await knock(place.loader, { ...visit, database });
    return form.stored ? form.stored(data) : data.initial;
  };
  const send = (typed: FormValues, seen: FormValues | string) =>
    knock(place.action, {
      ...visit,
      database,
      form: {
        ...(typed as Typed),
        ...form.rest,
        ...(form.part && { part: form.part }),
        seen: typeof seen === "string" ? seen : writeSeen(seen),
      },
    });
  return { look, send, changesOf: (stored: FormValues) => usableChanges(database, form, place.action, stored) };
}

/** A field, or a list, and two ways in which somebody can change it; null where it has but one other value. */
export type Changes = { unit: string; first: FormValues; second: FormValues | null };

/** Two changes of each field, each of which the form takes by itself. */
async function usableChanges({ read }: Database, form: EditForm, action: SitePlace["action"], stored: FormValues) {
  const idsOf = async (table: "programme" | "institution" | "theme") =>
    (await read.selectFrom(table).select("id").limit(3).execute()).map(({ id }) => id as string);
  const listed: Record<string, string[]> = {
    programmeId: await idsOf("programme"),
    hostInstitutionId: await idsOf("institution"),
    institutions: await idsOf("institution"),
    "party.1.institutionId": await idsOf("institution"),
    themeIds: await idsOf("theme"),
    ...form.values,
  };
  const schema = action?.[takes] as z.ZodType;
  const samples = fc.sample(rightForm(schema, []), 300);
  const changes: Changes[] = [];
  for (const name of Object.keys(stored).filter((field) => !Object.hasOwn(form.fixed ?? {}, field))) {
    const values = Object.entries(listed).find(([field]) => name.startsWith(field))?.[1];
    const found = [...new Set(values ?? samples.flatMap((sample) => sample[name] || []))]
      .filter((value) => value !== stored[name]?.toString())
      .map((value): Typed => ({ [name]: Array.isArray(stored[name]) ? [value] : value }))
      .filter((change) => schema.safeParse({ ...form.rest, part: form.part, ...stored, ...change }).success);
    const unit = form.lists?.find((list) => name.startsWith(`${list}.`)) ?? name;
    const [first, second = null] = found;
    if (first && !changes.some((one) => one.unit === unit)) changes.push({ unit, first, second });
  }
  return changes;
}
