import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, it } from "vitest";
import type { Offer } from "@/api/shapes";
import { resort } from "@/lib/resort";
import { refused } from "@/testing/answers";
import { anActivity, aSlot } from "@/testing/builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { ActivitiesPage } from "./ActivitiesPage";

let asked: URLSearchParams[];

function offer(name: string, part: Partial<Offer> = {}): Offer {
  return { ...anActivity({ id: name, slug: name.toLowerCase().replaceAll(" ", "-"), name }), next_slots: [aSlot({ id: `of ${name}` })], ...part };
}

function serves(answer: (address: URLSearchParams) => Offer[], next: string | null = null): void {
  server.use(
    http.get("*/api/v1/activities/", ({ request }) => {
      const address = new URL(request.url).searchParams;
      asked.push(address);
      return HttpResponse.json({ items: answer(address), next_cursor: address.has("cursor") ? null : next });
    }),
  );
}

beforeEach(() => {
  asked = [];
  resort.set({ ...resort.get(), timezone: "America/Cancun", locale: "en_US" });
  server.use(
    http.get("*/activities/categories/", () =>
      HttpResponse.json({
        items: [
          { code: "watersports", label: "Watersports", activity_count: 1 },
          { code: "spa", label: "Spa & Beauty", activity_count: 1 },
        ],
      }),
    ),
  );
});

const show = (at = "/activities") => renderAt(<ActivitiesPage />, { path: "/activities", at });
const address = () => screen.getByTestId("address").textContent;

it("shows each activity with its price, its kind, and its next times as ways to hold them", async () => {
  serves(() => [offer("Jet Skiing")]);

  show();

  const card = await screen.findByRole("article");
  expect(within(card).getByRole("link", { name: "Jet Skiing" })).toHaveAttribute("href", "/activities/jet-skiing");
  expect(card).toHaveTextContent("from $40 per person");
  await waitFor(() => {
    expect(card).toHaveTextContent("Watersports");
  });
  const times = within(card).getByRole("list", { name: "Next free times: Jet Skiing" });
  expect(within(times).getByRole("link")).toHaveAttribute("href", "/activities/jet-skiing?day=2026-10-16&slot=of+Jet+Skiing");
});

it("asks for what the address says, and keeps what is chosen in it", async () => {
  serves(() => [offer("Massage")]);
  show("/activities?category=spa&people=2");
  await screen.findByRole("article");

  await userEvent.selectOptions(screen.getByLabelText("Sort by"), "price");

  await waitFor(() => {
    expect(asked.at(-1)?.get("sort")).toBe("price");
  });
  expect(Object.fromEntries(asked.at(-1) ?? [])).toMatchObject({ category: "spa", participants: "2" });
  expect(address()).toBe("/activities?category=spa&people=2&sort=price");
});

it("finds while words are typed, and asks once they rest", async () => {
  serves((told) => (told.get("q") ? [offer("Massage")] : [offer("Jet Skiing"), offer("Massage")]));
  show();
  await screen.findByText("2 activities");

  for (const value of ["m", "ma", "mas", "mass"]) fireEvent.change(screen.getByRole("searchbox"), { target: { value } });

  expect(await screen.findByText("1 activity")).toBeInTheDocument();
  expect(asked.map((told) => told.get("q"))).toEqual([null, "mass"]);
  expect(address()).toBe("/activities?q=mass");
});

it("offers what comes nearest to a word with a typing error", async () => {
  serves(() => []);
  server.use(
    http.get("*/activities/search/", ({ request }) => {
      expect(new URL(request.url).searchParams.get("q")).toBe("jet sking");
      return HttpResponse.json({ items: [anActivity()], next_cursor: null });
    }),
  );

  show("/activities?q=jet+sking");

  expect(await screen.findByText(/Did you mean/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Jet Skiing" })).toBeInTheDocument();
});

it("says so where nothing fits, and clears the filters with one tap", async () => {
  serves((told) => (told.has("category") ? [] : [offer("Jet Skiing")]));
  show("/activities?category=spa&view=list");

  const nothing = (await screen.findByText("Nothing fits these filters.")).parentElement;
  await userEvent.click(within(nothing ?? document.body).getByRole("button", { name: "Clear all" }));

  expect(await screen.findByRole("article")).toBeInTheDocument();
  expect(address()).toBe("/activities?view=list");
});

it("shows rows in place of tiles where that is chosen", async () => {
  serves(() => [offer("Jet Skiing")]);
  show();
  await screen.findByRole("article");

  await userEvent.click(screen.getByRole("button", { name: "List" }));

  expect(screen.getByRole("button", { name: "List" })).toHaveAttribute("aria-pressed", "true");
  expect(address()).toBe("/activities?view=list");
});

it("goes on to the next page", async () => {
  serves((told) => [offer(told.has("cursor") ? "Second" : "First")], "more");
  show();

  await userEvent.click(await screen.findByRole("button", { name: "Show more" }));

  expect(await screen.findByRole("link", { name: "Second" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "First" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
});

it("says what went wrong, and tries again when asked to", async () => {
  let isUp = false;
  server.use(
    http.get("*/api/v1/activities/", () =>
      isUp ? HttpResponse.json({ items: [offer("Jet Skiing")], next_cursor: null }) : refused(500, { code: "INTERNAL_ERROR" }),
    ),
  );
  show();
  const problem = await screen.findByRole("alert");

  isUp = true;
  await userEvent.click(within(problem).getByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("article")).toBeInTheDocument();
});
