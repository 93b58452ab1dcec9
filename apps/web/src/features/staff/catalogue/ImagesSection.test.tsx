import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import type { DeskImage } from "@/api/shapes";
import { refused } from "@/testing/answers";
import { renderAt } from "@/testing/render";
import { server } from "@/testing/server";
import { ImagesSection } from "./ImagesSection";

const boat: DeskImage = { id: "i-1", url: "/media/boat.webp", alt_text: "A boat", is_primary: true, order: 0 };
const reef: DeskImage = { ...boat, id: "i-2", alt_text: "A reef", is_primary: false, order: 1 };
let sent: Record<string, unknown>[] = [];

beforeEach(() => {
  sent = [];
  server.use(
    http.post("*/staff/activities/a-1/images/", async ({ request }) => {
      const form = await request.formData();
      const file = form.get("image");
      const name = file instanceof File ? file.name : "";
      sent.push({ alt: form.get("alt_text"), name });
      const fields = { image: ["Only part of the picture is there"] };
      if (name === "cut.jpg") return refused(400, { code: "VALIDATION_ERROR", message: "This picture can't be taken", details: { fields } });
      return HttpResponse.json(boat, { status: 201 });
    }),
    http.patch<{ id: string }>("*/staff/images/:id/", async ({ request, params }) => {
      sent.push({ id: params.id, ...((await request.json()) as object) });
      return HttpResponse.json(boat);
    }),
  );
});

async function chosen(file: File) {
  renderAt(<ImagesSection activity={{ id: "a-1", images: [] }} />);
  const user = userEvent.setup({ applyAccept: false });
  await user.upload(screen.getByLabelText("Add pictures"), file);
  return user;
}

describe("a picture of an activity", { timeout: 20_000 }, () => {
  it("goes up only once it is said what it shows", async () => {
    const user = await chosen(new File(["x"], "boat.jpg", { type: "image/jpeg" }));
    await user.click(screen.getByRole("button", { name: "Upload" }));
    expect(screen.getByText("Say what the picture shows.")).toBeVisible();
    expect(sent).toEqual([]);

    await user.type(screen.getByLabelText(/^What it shows/), " A boat at dawn ");
    await user.click(screen.getByRole("button", { name: "Upload" }));

    await waitFor(() => { expect(sent).toEqual([{ alt: "A boat at dawn", name: "boat.jpg" }]); });
    await waitFor(() => { expect(screen.queryByText("boat.jpg")).toBeNull(); });
  });

  it("that the resort won't take says why, and stays to be tried again", async () => {
    const user = await chosen(new File(["x"], "cut.jpg", { type: "image/jpeg" }));
    await user.type(screen.getByLabelText(/^What it shows/), "A boat");
    await user.click(screen.getByRole("button", { name: "Upload" }));

    expect(await screen.findByText(/Only part of the picture is there/)).toBeVisible();
    expect(screen.getByLabelText(/^What it shows/)).toHaveValue("A boat");
  });

  it.each([
    [new File(["<svg/>"], "logo.svg", { type: "image/svg+xml" }), "This is no JPEG, PNG or WebP picture."],
    [new File([new Uint8Array(9 * 1024 * 1024)], "big.jpg", { type: "image/jpeg" }), "This file is larger than 8 MB. Please make it smaller."],
  ])("is not even sent where it can't be taken: %o", async (file, why) => {
    await chosen(file);

    expect(screen.getByRole("alert")).toHaveTextContent(why);
    expect(screen.queryByRole("button", { name: "Upload" })).toBeNull();
  });

  it("changes places with the one before it", async () => {
    renderAt(<ImagesSection activity={{ id: "a-1", images: [boat, reef] }} />);
    const [, second] = screen.getAllByRole("listitem");

    await userEvent.setup().click(within(second ?? document.body).getByRole("button", { name: "Move it forward" }));

    await waitFor(() => { expect(sent).toEqual([{ id: "i-2", order: 0 }, { id: "i-1", order: 1 }]); });
  });
});
