import { expect, test } from "vitest";
import { sessionForm } from "#app/timetable/form.ts";

const session = { kind: "lecture", date: "2027-03-08", startsTime: "9:00", endsTime: "１０：３０" };
const errors = (value: unknown) =>
  Object.fromEntries(
    (sessionForm.safeParse(value).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
  );

test("a time may be typed in short, and in any width", () => {
  expect(sessionForm.parse(session)).toMatchObject({ startsTime: "09:00", endsTime: "10:30" });
});

test.each(["", "25:00", "9:00 am", "a las nueve de la mañana", "x".repeat(1_000)])(
  "%j is told how to write a time",
  (time) => {
    expect(errors({ ...session, startsTime: time })).toEqual({ startsTime: "desk:form.time" });
  },
);

test.each(["", "8/3/2027", "8 de marzo de 2027", "二〇二七年三月八日（月曜日）"])(
  "%j is told how to write a date",
  (date) => {
    expect(errors({ ...session, date })).toEqual({ date: "desk:form.date" });
  },
);
