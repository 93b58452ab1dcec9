import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it } from "vitest";
import { noteServerTime } from "@/lib/clock";
import { forgetKept, keep } from "@/lib/kept";
import { resort } from "@/lib/resort";
import { refused } from "@/testing/answers";
import { aDeparture, aDeskBooking } from "@/testing/desk-builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import type { Departure } from "../parts/shapes";
import { UndoBar } from "../parts/UndoBar";
import { ArrivalsPage } from "./ArrivalsPage";

const MORNING = "2026-10-15T15:00:00Z"; // 10 in Cancún

const jet: Departure = { ...aDeparture("Jet Skiing", "2026-10-15T19:00:00Z", { booked_count: 3 }), people: 3, arrived: 1 };
const diving: Departure = {
  ...aDeparture("Diving", "2026-10-15T19:00:00Z", { planned_start_time: "2026-10-15T18:30:00Z" }),
  people: 2,
  minimum: 4,
  is_under_minimum: true,
};
const yoga = aDeparture("Yoga", "2026-10-15T21:00:00Z", { is_available: false, reason: "closed", closed_reason: "Storm" });

function days(items: Departure[] = [jet, diving, yoga]): string[] {
  const asked: string[] = [];
  server.use(
    http.get("*/api/v1/staff/arrivals/", ({ request }) => {
      const date = new URL(request.url).searchParams.get("date") ?? "";
      asked.push(date);
      return HttpResponse.json({ date, items: date === "2026-10-15" ? items : [] });
    }),
  );
  return asked;
}

beforeEach(() => {
  forgetKept();
  noteServerTime(new Date(MORNING).toUTCString());
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
});

it("shows how full each departure is, who has come, and what is wrong with it", async () => {
  days();

  renderAt(<ArrivalsPage />, { path: "/desk" });

  const row = async (name: string) => within((await screen.findByRole("link", { name })).closest("li") ?? document.body);
  expect((await row("Jet Skiing")).getByText("3 of 8 seats")).toBeVisible();
  expect((await row("Jet Skiing")).getByText("1 of 3 arrived")).toBeVisible();
  expect((await row("Diving")).getByText("2 of at least 4")).toBeVisible();
  expect((await row("Diving")).getByText(/^Delayed, was 1:30/)).toBeVisible();
  expect((await row("Yoga")).getByText("Closed: Storm")).toBeVisible();
  expect(screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent.replace(/\s/, " "))).toEqual(["2:00 PM", "4:00 PM"]);
  expect(screen.getByText("3 departures · 5 guests · 1 arrived")).toBeVisible();
});

it("turns the day, and leaves out what nobody looks for", async () => {
  const asked = days();
  renderAt(<ArrivalsPage />, { path: "/desk" });
  await screen.findByRole("link", { name: "Yoga" });

  await userEvent.click(screen.getByText("Only those with guests"));
  await userEvent.type(screen.getByRole("searchbox"), "div");
  expect(screen.getAllByRole("link").map((one) => one.textContent)).toEqual(["Diving"]);
  await userEvent.click(screen.getByRole("button", { name: "The day after" }));

  expect(await screen.findByText("Nothing departs on this day.")).toBeVisible();
  expect(screen.getByTestId("address")).toHaveTextContent("/desk?day=2026-10-16");
  expect(asked).toContain("2026-10-16");
});

it("shows what was kept, and says of when it is, where the resort can't be reached", async () => {
  keep("desk/arrivals/2026-10-15", { date: "2026-10-15", items: [jet] });
  server.use(http.get("*/api/v1/staff/arrivals/", () => refused(400, { code: "VALIDATION_ERROR" })));

  renderAt(<ArrivalsPage />, { path: "/desk" });

  expect(await screen.findByText(/This is how it was at/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Jet Skiing" })).toBeVisible();
});

it("checks a party in by its code, and takes that back", async () => {
  days();
  const done: string[] = [];
  server.use(
    http.post("*/api/v1/staff/bookings/check-in/", async ({ request }) => {
      done.push(JSON.stringify(await request.json()));
      return HttpResponse.json(aDeskBooking({ id: "b-7", checked_in_at: MORNING, arrived: 2 }));
    }),
    http.delete("*/api/v1/staff/bookings/b-7/check-in/", () => {
      done.push("undone");
      return new HttpResponse(null, { status: 204 });
    }),
  );
  renderAt(
    <>
      <ArrivalsPage />
      <UndoBar />
    </>,
    { path: "/desk" },
  );

  await userEvent.type(screen.getByLabelText("Reference or code"), "abcd2345.K7{Enter}");
  expect(await screen.findByText("Ana Lopez checked in (2).")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));

  expect(await screen.findByText("Taken back.")).toBeVisible();
  expect(done).toEqual(['{"code":"abcd2345.K7"}', "undone"]);
});

it.each([
  [refused(404, { code: "NOT_FOUND" }), "No booking has this reference."],
  [refused(409, { code: "CONFLICT", message: "This booking is for another day" }), "This booking is for another day"],
])("says in words why a code is refused", async (refusal, words) => {
  days();
  server.use(http.post("*/api/v1/staff/bookings/check-in/", () => refusal));
  renderAt(<ArrivalsPage />, { path: "/desk" });

  await userEvent.type(screen.getByLabelText("Reference or code"), "ABCD2345{Enter}");

  expect(await screen.findByRole("alert")).toHaveTextContent(words);
});
