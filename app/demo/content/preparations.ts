import { type LocalDate, plusLocalDays } from "#app/time/wall-time.ts";

/** Who pays what in the demo's workshop in Veracruz, and where its people are met. */
export const demoTerms = {
  ticket: "jica",
  lodging: "amexcid",
  meals: "host",
  localTransport: "host",
  perDiem: "sender",
  "meetingPoint.es": "Salida de llegadas nacionales, junto al módulo de información",
  "meetingPoint.ja": "国内線到着ロビー、案内所の前",
  "meetingPoint.en": "Domestic arrivals, beside the information desk",
} as const;

export const demoLodging = {
  lodgingName: "Hotel del Malecón",
  lodgingAddress: "Paseo del Malecón 12, Centro, Veracruz",
  lodgingTelephone: "+52 229 555 0112",
} as const;

const airport = "Aeropuerto de Veracruz (VER)";
const station = "Central de autobuses ADO";

/** How those who know it already arrive and leave, in the order of their seats. */
export const demoFlights = [
  { arrivalCarrier: "AM 2673", arrivalPlace: airport, arrivalTime: "14:35" },
  { arrivalCarrier: "AM 2673", arrivalPlace: airport, arrivalTime: "14:35" },
  { arrivalCarrier: "ADO 1420", arrivalPlace: station, arrivalTime: "18:10" },
  { arrivalCarrier: "AM 2679", arrivalPlace: airport, arrivalTime: "21:50" },
  { arrivalCarrier: "VB 1174", arrivalPlace: airport, arrivalTime: "09:25" },
].map((arrival) => ({
  ...arrival,
  departureCarrier: arrival.arrivalPlace === station ? "ADO 1433" : "AM 2672",
  departurePlace: arrival.arrivalPlace,
  departureTime: "12:10",
}));

/** What somebody's tasks keep: when their unit let them go, when their passport expires, or their insurance. */
export const demoHeld = (startsOn: LocalDate, place: number) => ({
  authorisedOn: plusLocalDays(startsOn, -52 + place),
  passportUntil: plusLocalDays(startsOn, 700 + 41 * place),
  heldText: `Seguros del Golfo, póliza VG-${4100 + place}, +52 55 5555 01${String(10 + place)}`,
});
