import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { ImportPage } from "./ImportPage";

const CSV = "name,price\nKayak,45\nReef Walk,many\n";
let sent: { text: string; skip: unknown }[] = [];

beforeEach(() => {
  sent = [];
  server.use(
    http.post("*/staff/activities/import/", async ({ request }) => {
      const form = await request.formData();
      const file = form.get("file");
      const text = file instanceof File ? await file.text() : "";
      const skip = form.get("skip_bad");
      sent.push({ text, skip });
      const bad = text.includes("many") ? [{ line: 3, column: "price", reason: "“many” is no price" }] : [];
      const counts = { created: bad.length > 0 ? 1 : 2, updated: 0, unchanged: 0 };
      return HttpResponse.json({ ...counts, bad, written: bad.length === 0 || skip === "true", ignored: [], notes: [] });
    }),
  );
});

async function chosen() {
  renderAt(<ImportPage />, { path: "/desk/catalogue/import" });
  const user = userEvent.setup();
  await user.upload(screen.getByLabelText("File"), new File([CSV], "a.csv", { type: "text/csv" }));
  await screen.findByRole("heading", { name: "Line 3: Reef Walk" });
  return user;
}

describe("an import with a bad row", () => {
  it("is mended in its cell, and sent again as a whole", async () => {
    const user = await chosen();
    expect(screen.getByText("“many” is no price")).toBeVisible();
    await user.clear(screen.getByLabelText("price"));
    await user.type(screen.getByLabelText("price"), "30");

    await user.click(screen.getByRole("button", { name: "Send again" }));

    expect(await screen.findByText("2 new, 0 changed, 0 as they were.")).toBeVisible();
    expect(sent.at(-1)).toEqual({ text: CSV.replace("many", "30"), skip: "false" });
  });

  it("takes the rest where the bad row is left out", async () => {
    const user = await chosen();

    await user.click(screen.getByRole("button", { name: "Leave 1 row out, take the rest" }));

    expect(await screen.findByText("1 row left out.")).toBeVisible();
    expect(sent.at(-1)?.skip).toBe("true");
  });
});
