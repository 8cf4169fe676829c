import type { InstitutionCode } from "#app/demo/content/institutions.ts";
import type { ProgrammeCode } from "#app/demo/content/programmes.ts";
import type { ThemeCode } from "#app/demo/content/themes.ts";
import type { venues } from "#app/demo/content/venues.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { ClockTime } from "#app/time/wall-time.ts";
import type { Zone } from "#app/time/zones.ts";

/** A room of a venue of the demo, by its Spanish name. */
export type DemoPlace = { venue: keyof typeof venues; room: string };

export type Title = [es: string, ja: string, en: string];
type Kind = "lecture" | "practice" | "siteVisit" | "discussion" | "orientation" | "ceremony";
/** `0 09:00-10:30`: the workshop's working day, from 0, and wall times there. */
export type SessionWhen = `${number} ${ClockTime}-${ClockTime}`;
/** A missing language is an empty title. */
export type SessionContent = [when: SessionWhen, kind: Kind, room: string, ...title: Title];

export type WorkshopText = { title: string; summary: string; venue: string; requirements: string };

export type WorkshopContent = {
  programme: ProgrammeCode;
  host: InstitutionCode;
  mode: "onSite" | "online" | "hybrid";
  zone: Zone;
  country: "MX" | "JP";
  capacity: number;
  minimumAttendance: number;
  /** Whom anybody may ask. */
  contact?: { name: string; email: string; phone: string };
  languages: Locale[];
  themes: ThemeCode[];
  texts: Partial<Record<Locale, Partial<WorkshopText>>>;
  sessions: SessionContent[];
  /** Each with the numbers of its sessions. */
  modules?: { sessions: number[]; title: Title; objective: Title; indicator: Title }[];
  /** A session that was moved after people had been told of it, and when it was to be. */
  moved?: { number: number; from: SessionWhen };
};

export const opening: Title = ["Inauguración", "開講式", "Opening ceremony"];
export const closing: Title = ["Clausura", "閉講式", "Closing ceremony"];
export const orientation: Title = ["Orientación general", "ジェネラルオリエンテーション", "General orientation"];
export const evaluation: Title = ["Reunión de evaluación", "評価会", "Evaluation meeting"];
export const actionPlans: Title = [
  "Presentación de planes de acción",
  "アクションプランの発表",
  "Presentation of action plans",
];

/** Stands at the end of every summary. */
export const inventedNote: Record<Locale, string> = {
  es: "Taller de demostración: las personas participantes son ficticias.",
  ja: "デモ用のワークショップで、参加者はすべて架空の人物です。",
  en: "Demonstration workshop: all participants are invented.",
};
