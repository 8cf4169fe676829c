import { expect, test } from "vitest";
import { readSources } from "./sources.ts";
import { readTexts } from "./texts.ts";

const texts = readTexts(readSources(["locales"], /\.json$/), "es");

/** A person's role has no form that fits everybody. */
const bothForms = ["common:role.instructor", "faculty:role.instructor", "faculty:role.companion"];

/** `\b` ends at an accent, so words are told apart by the letters around them. */
const words = (...forms: string[]) => new RegExp(`(?<!\\p{L})(?:${forms.join("|")})(?!\\p{L})`, "iu");

const rules: [fault: string, pattern: RegExp][] = [
  ["a state of the federation where a status is meant", words("estados?")],
  ["a rate of change where a percentage is meant", words("tasas?")],
  ["the reserve list of Spain and the European Union", words("listas? de reserva", "en reserva")],
  ["a place in a queue at a counter", words("orden de llegada")],
  ["a role that reads as an address or a department", /^Dirección$|para Dirección/u],
  ["a translated role", words("punto focal", "puntos focales", "funcionari[oa]s?")],
  ["a translated word for time", words("zonas? horarias?")],
  ["a translated kind of session", words("conferencias?", "discusi(?:ón|ones)")],
  ["a request that is not official Spanish", words("por favor", "pid[ae]n?", "pedir")],
  ["an attendance that the sheet does not know", words("ausentes?", "ausencias?")],
  ["a login where the classes are sessions too", words("sesi(?:ón|ones) abiertas?", "las demás sesiones")],
  ["the reader as tú", words("tú", "tus?", "contigo", "puedes", "tienes")],
  ["an ending for each gender", /\p{L}\(as?\)|\p{L}[/@](?:as?|os?)?(?!\p{L})/u],
];

const faultsOf = (text: string) => rules.filter(([, pattern]) => pattern.test(text)).map(([fault]) => fault);

test("the Spanish texts keep the words of Mexico's public administration", () => {
  const found = [...texts]
    .filter(([key]) => !bothForms.includes(key))
    .flatMap(([key, text]) => faultsOf(text).map((fault) => `${key}: ${fault}`));
  expect(found).toEqual([]);
});

test.each([
  "El estado del taller ahora es “{{state}}”.",
  "Tasa de asistencia",
  "Está en la lista de reserva",
  "En reserva (lugar {{rank}})",
  "Hay lugares disponibles, por orden de llegada.",
  "Dirección",
  "Punto focal",
  "Zona horaria",
  "Discusión",
  "Por favor, inténtelo de nuevo.",
  "Pida otro enlace",
  "Ausente",
  "Sesiones abiertas",
  "Revisa tus datos.",
  "Confirmado(a)",
])("what is wrong is seen: %s", (text) => {
  expect(faultsOf(text)).not.toEqual([]);
});

test.each([
  "El estatus del taller ahora es “{{state}}”.",
  "La dirección está incompleta.",
  "Seguimiento y evaluación",
  "Presencias y retardos",
  "En este navegador nadie ha iniciado sesión.",
])("what is right is let through: %s", (text) => {
  expect(faultsOf(text)).toEqual([]);
});
