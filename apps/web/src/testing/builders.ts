import type { Activity, Booking, Slot, User } from "@/api/shapes";

const IN_A_DAY = "2026-10-16T19:00:00Z";

export function aUser(part: Partial<User> = {}): User {
  return { id: "u-1", phone: "+14155550123", name: "Ana Lopez", room: "", language: "", role: "guest", ...part };
}

export function aSlot(part: Partial<Slot> = {}): Slot {
  return {
    id: "slot-1",
    start_time: IN_A_DAY,
    end_time: "2026-10-16T19:30:00Z",
    capacity: 8,
    booked_count: 2,
    seats_left: 6,
    is_available: true,
    reason: null,
    ...part,
  };
}

export function aBooking(part: Partial<Booking> = {}): Booking {
  return {
    id: "b-1",
    reference: "ABCD2345",
    activity: { id: "a-1", slug: "jet-skiing", name: "Jet Skiing", location: "North Pier", duration_minutes: 30 },
    time_slot: { id: "slot-1", start_time: IN_A_DAY, end_time: "2026-10-16T19:30:00Z" },
    status: "pending",
    participants: 2,
    party: { adult: 2 },
    seats: 2,
    lines: [{ label: "Adult", quantity: 2, unit_price: "80.00" }],
    special_requests: "",
    lead_name: "Ana Lopez",
    room: "",
    settlement: "desk",
    total_price: "160.00",
    currency: "USD",
    booking_source: "whatsapp",
    created_at: "2026-10-14T12:00:00Z",
    confirmed_at: null,
    cancelled_at: null,
    cancellation_reason: "",
    expires_at: "2026-10-14T12:30:00Z",
    can_cancel: true,
    cancel_by: "2026-10-15T19:00:00Z",
    checked_in_at: null,
    metadata: {},
    ...part,
  };
}

export function anActivity(part: Partial<Activity> = {}): Activity {
  return {
    id: "a-1",
    slug: "jet-skiing",
    name: "Jet Skiing",
    description: "Fast, wet, loud.",
    category: "watersports",
    price: "80.00",
    currency: "USD",
    price_per: "person",
    rates: [
      { code: "adult", label: "Adult", price: "80.00", min_age: 16, max_age: null, takes_seat: true },
      { code: "child", label: "Child", price: "40.00", min_age: 6, max_age: 15, takes_seat: true },
    ],
    people_per_seat: 1,
    duration_minutes: 30,
    capacity_per_slot: 8,
    location: "North Pier",
    meeting_point: "At the hut",
    requirements: "",
    bring: "Towel",
    min_age: null,
    min_party: 1,
    max_party: null,
    arrive_minutes_before: 15,
    booking_cutoff_minutes: 60,
    cancellation_deadline_hours: 24,
    is_active: true,
    images: [],
    metadata: {},
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    ...part,
  };
}
