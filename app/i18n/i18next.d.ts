import "i18next";
import type access from "#locales/es/access.json";
import type attendance from "#locales/es/attendance.json";
import type behalf from "#locales/es/behalf.json";
import type certificates from "#locales/es/certificates.json";
import type clashes from "#locales/es/clashes.json";
import type common from "#locales/es/common.json";
import type desk from "#locales/es/desk.json";
import type deskPeople from "#locales/es/deskPeople.json";
import type enrolment from "#locales/es/enrolment.json";
import type faculty from "#locales/es/faculty.json";
import type files from "#locales/es/files.json";
import type gallery from "#locales/es/gallery.json";
import type imported from "#locales/es/import.json";
import type institutions from "#locales/es/institutions.json";
import type mail from "#locales/es/mail.json";
import type materials from "#locales/es/materials.json";
import type messages from "#locales/es/messages.json";
import type papers from "#locales/es/papers.json";
import type people from "#locales/es/people.json";
import type planner from "#locales/es/planner.json";
import type programmes from "#locales/es/programmes.json";
import type progress from "#locales/es/progress.json";
import type quotas from "#locales/es/quotas.json";
import type search from "#locales/es/search.json";
import type tables from "#locales/es/tables.json";
import type timetable from "#locales/es/timetable.json";
import type venues from "#locales/es/venues.json";
import type work from "#locales/es/work.json";
import type workshops from "#locales/es/workshops.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      access: typeof access;
      attendance: typeof attendance;
      behalf: typeof behalf;
      certificates: typeof certificates;
      common: typeof common;
      desk: typeof desk;
      deskPeople: typeof deskPeople;
      enrolment: typeof enrolment;
      faculty: typeof faculty;
      files: typeof files;
      gallery: typeof gallery;
      import: typeof imported;
      institutions: typeof institutions;
      mail: typeof mail;
      materials: typeof materials;
      messages: typeof messages;
      papers: typeof papers;
      people: typeof people;
      planner: typeof planner;
      programmes: typeof programmes;
      progress: typeof progress;
      tables: typeof tables;
      work: typeof work;
      quotas: typeof quotas;
      search: typeof search;
      clashes: typeof clashes;
      venues: typeof venues;
      timetable: typeof timetable;
      workshops: typeof workshops;
    };
  }
}
