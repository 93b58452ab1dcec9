import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { DeskActivity } from "@/api/shapes";
import { refused } from "@/testing/answers";
import { anActivity } from "@/testing/builders";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { EditActivityPage } from "./EditActivityPage";

let stored: DeskActivity;
let version = 1;
let sent: { body: unknown; tag: string | null }[] = [];

beforeEach(() => {
  stored = { ...anActivity(), images: [] };
  version = 1;
  sent = [];
  const tagged = () => HttpResponse.json(stored, { headers: { ETag: `"v${version}"` } });
  server.use(
    http.get("*/staff/activities/:key/", tagged),
    http.patch("*/staff/activities/a-1/", async ({ request }) => {
      const body = (await request.json()) as Partial<DeskActivity>;
      const tag = request.headers.get("If-Match");
      sent.push({ body, tag });
      if (tag !== `"v${version}"`) return refused(412, { code: "PRECONDITION_FAILED" });
      version += 1;
      stored = { ...stored, ...body };
      return tagged();
    }),
    http.post("*/staff/activities/", async ({ request }) => {
      sent.push({ body: await request.json(), tag: null });
      return HttpResponse.json({ ...stored, id: "a-2" }, { status: 201 });
    }),
    http.get("*/activities/categories/", () => HttpResponse.json({ items: [{ code: "watersports", label: "Watersports", activity_count: 1 }] })),
    http.get("*/staff/activities/a-1/resources/", () => HttpResponse.json({ items: [] })),
    http.get("*/staff/resources/", () => HttpResponse.json({ items: [] })),
  );
});

async function open(key = "jet-skiing") {
  renderAt(<EditActivityPage />, { path: "/desk/catalogue/:key", at: `/desk/catalogue/${key}` });
  await screen.findByLabelText("Where");
  return userEvent.setup();
}

async function type(user: ReturnType<typeof userEvent.setup>, label: string, words: string) {
  await user.clear(screen.getByLabelText(label));
  await user.type(screen.getByLabelText(label), words);
}

describe("an activity being edited", { timeout: 20_000 }, () => {
  it("sends what was changed alone, with the tag of what was seen", async () => {
    const user = await open();
    await type(user, "Where", "South Pier");
    await type(user, "Largest party", "6");

    await user.click(screen.getByRole("button", { name: "Save" }));

    await waitFor(() => { expect(stored.location).toBe("South Pier"); });
    expect(sent).toEqual([{ body: { location: "South Pier", max_party: 6 }, tag: '"v1"' }]);
    await waitFor(() => { expect(screen.queryByRole("button", { name: "Save" })).toBeNull(); });
  });

  it("tells the second of two, and saves over theirs only what the second one changed", async () => {
    const user = await open();
    await type(user, "Where", "South Pier");
    version = 2;
    stored = { ...stored, location: "East Pier", bring: "Sunscreen" };

    await user.click(screen.getByRole("button", { name: "Save" }));
    const conflict = within(await screen.findByRole("alert"));
    expect(conflict.getByText("East Pier")).toBeVisible();
    expect(conflict.getByText("Sunscreen")).toBeVisible();
    await user.click(conflict.getByRole("button", { name: "Save mine over theirs" }));

    await waitFor(() => { expect(stored.location).toBe("South Pier"); });
    expect(stored.bring).toBe("Sunscreen");
    expect(sent.at(-1)).toEqual({ body: { location: "South Pier" }, tag: '"v2"' });
  });

  it("sends nothing while a field makes no sense, and says which", async () => {
    const user = await open();
    await type(user, "Seats of a departure", "none");

    await user.click(screen.getByRole("button", { name: "Save" }));

    expect(await screen.findByText("A whole number from 1 to 10000.")).toBeVisible();
    expect(sent).toEqual([]);
  });

  it("shows a guest's view of what is typed, before it is saved", async () => {
    const user = await open();
    await type(user, "Where", "South Pier");

    const preview = within(screen.getByRole("complementary", { name: "As a guest sees it" }));
    expect((await preview.findAllByText("South Pier"))[0]).toBeInTheDocument();
    expect(sent).toEqual([]);
  });
});

describe("a new activity", () => {
  it("is made with its price, and goes on to its pictures", async () => {
    const user = await open("new");
    await user.type(screen.getByLabelText("Name"), "Night Paddle");
    await user.selectOptions(screen.getByLabelText("Category"), await screen.findByRole("option", { name: "Watersports" }));
    await user.type(screen.getByLabelText("Price, USD"), "45");

    await user.click(screen.getByRole("button", { name: "Make it" }));

    await waitFor(() => { expect(screen.getByTestId("address")).toHaveTextContent("/desk/catalogue/a-2"); });
    expect(sent[0]?.body).toMatchObject({
      name: "Night Paddle",
      category: "watersports",
      rates: [{ code: "person", label: "Person", price: "45", min_age: null, max_age: null, takes_seat: true }],
    });
  });
});
