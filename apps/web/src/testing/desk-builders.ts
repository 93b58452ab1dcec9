import type { components } from "@/api/schema";
import { aBooking, aSlot } from "./builders";

type Schemas = components["schemas"];
type Departure = Schemas["Departure"];
type DeskBooking = Schemas["DeskBooking"];
type Manifest = Schemas["Manifest"];
type ManifestEntry = Schemas["ManifestEntry"];
type DeskSlot = Schemas["DeskSlot"];
type Charge = Schemas["Charge"];
type WholeBooking = Schemas["WholeBooking"];
type WholeConversation = Schemas["WholeConversation"];

export function aDeskSlot(part: Partial<DeskSlot> = {}): DeskSlot {
  return { ...aSlot(), activity_id: "a-1", lane: "", closed_reason: "", planned_start_time: null, ...part };
}

/** A departure of an hour. */
export function aDeparture(name: string, start: string, slot: Partial<DeskSlot> = {}): Departure {
  const end = new Date(Date.parse(start) + 3_600_000).toISOString().replace(".000", "");
  return {
    slot: aDeskSlot({ id: `slot-${name}-${start}`, start_time: start, end_time: end, ...slot }),
    activity: { id: "a-1", slug: "jet-skiing", name, location: "North Pier", duration_minutes: 60 },
    bookings: 0,
    people: 0,
    arrived: 0,
    minimum: 1,
    is_under_minimum: false,
  };
}

export function anEntry(part: Partial<ManifestEntry> = {}): ManifestEntry {
  return {
    booking_id: "b-1",
    reference: "ABCD2345",
    status: "confirmed",
    room: "204",
    lead_name: "Ana Lopez",
    participants: 2,
    party: { adult: 2 },
    special_requests: "",
    phone: "+1415•••0123",
    settlement: "room",
    checked_in_at: null,
    arrived: null,
    is_private: false,
    notes: [],
    ...part,
  };
}

export function aManifest(part: Partial<Manifest> = {}): Manifest {
  return {
    slot: aDeskSlot(),
    activity: { id: "a-1", slug: "jet-skiing", name: "Jet Skiing", location: "North Pier", duration_minutes: 30 },
    rates: ["adult", "child"],
    people: 2,
    arrived: 0,
    minimum: 1,
    is_under_minimum: false,
    items: [anEntry()],
    ...part,
  };
}

export function aDeskBooking(part: Partial<DeskBooking> = {}): DeskBooking {
  return {
    ...aBooking({ status: "confirmed", expires_at: null }),
    guest: { id: "u-1", name: "Ana Lopez", room: "204", phone: "+1415•••0123" },
    arrived: null,
    room_verified: null,
    is_private: false,
    group_id: null,
    ...part,
  };
}

export function aWholeBooking(part: Partial<WholeBooking> = {}): WholeBooking {
  return { ...aDeskBooking(), charges: [], history: [], messages: [], notes: [], ...part };
}

export function aCharge(part: Partial<Charge> = {}): Charge {
  return {
    id: "c-1",
    booking_id: "b-1",
    reference: "ABCD2345",
    room: "204",
    amount: "160.00",
    currency: "USD",
    kind: "booking",
    state: "open",
    date: "2026-10-16",
    lead_name: "Ana Lopez",
    activity: "Jet Skiing",
    ...part,
  };
}

export function aConversation(part: Partial<WholeConversation> = {}): WholeConversation {
  return {
    id: "u-1",
    phone: "+1415•••0123",
    name: "Ana Lopez",
    status: "waiting",
    summary: "Wants a person",
    last_message_at: "2026-10-14T11:45:00Z",
    window_ends_at: "2026-10-15T11:45:00Z",
    waiting_since: "2026-10-14T11:45:00Z",
    taken_by: null,
    messages: [],
    ...part,
  };
}
