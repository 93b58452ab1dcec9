import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { follow } from "./live";

/** A stream whose other end is this test. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;

  constructor() {
    super();
    Stream.all.push(this);
  }

  close() {
    this.readyState = Stream.CLOSED;
  }

  tell(kind: string, state = this.readyState) {
    this.readyState = state;
    this.dispatchEvent(new Event(kind));
  }
}

let stop: () => void = () => undefined;
let changes = 0;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Stream);
  Stream.all = [];
  changes = 0;
  stop = follow(() => {
    changes += 1;
  });
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const latest = () => Stream.all.at(-1) ?? new Stream();

it("every change is told", () => {
  latest().tell("open");

  latest().tell("booking");

  expect(changes).toBe(1);
});

it("while the stream is refused it asks every ten seconds, and tries the stream again", () => {
  latest().tell("error", Stream.CLOSED);

  vi.advanceTimersByTime(20_000);

  expect(changes).toBe(2);
  expect(Stream.all.length).toBeGreaterThan(1);
});

it("once the stream is back it asks for what was missed, and polls no longer", () => {
  latest().tell("error", 0);

  latest().tell("open", 1);
  vi.advanceTimersByTime(60_000);

  expect(changes).toBe(1);
});

it("is over when it is stopped", () => {
  latest().tell("error", 0);

  stop();
  vi.advanceTimersByTime(60_000);

  expect(changes).toBe(0);
  expect(latest().readyState).toBe(Stream.CLOSED);
});
