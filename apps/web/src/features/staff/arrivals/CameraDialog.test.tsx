import { render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import CameraDialog from "./CameraDialog";

/** A camera before which a code appears at the third look. */
function camera(): { isOn: () => boolean } {
  let looks = 0;
  let isOn = true;
  const stop = () => {
    isOn = false;
  };
  vi.stubGlobal(
    "BarcodeDetector",
    class {
      detect() {
        looks += 1;
        return Promise.resolve(looks < 3 ? [] : [{ rawValue: "ABCD2345.K7" }]);
      }
    },
  );
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: () => Promise.resolve({ getTracks: () => [{ stop }] }) } });
  vi.spyOn(HTMLMediaElement.prototype, "play").mockResolvedValue(undefined);
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", { configurable: true, writable: true, value: null });
  return { isOn: () => isOn };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it("tells the code that the camera sees once, and lets go of the camera", async () => {
  const { isOn } = camera();
  const codes: string[] = [];
  const { unmount } = render(<CameraDialog onClose={() => undefined} onCode={(code) => codes.push(code)} />);

  await vi.waitFor(() => {
    expect(codes).toEqual(["ABCD2345.K7"]);
  });
  unmount();

  expect(isOn()).toBe(false);
});

it("says what to do where there is no camera", async () => {
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: () => Promise.reject(new Error("NotAllowedError")) } });

  render(<CameraDialog onClose={() => undefined} onCode={() => undefined} />);

  expect(await screen.findByText(/The camera can't be used/)).toBeVisible();
});
