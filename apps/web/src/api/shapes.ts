import type { components } from "./schema";

type Schemas = components["schemas"];

export type Activity = Schemas["Activity"];
export type Offer = Schemas["Offer"];
export type Image = Schemas["Image"];
export type Slot = Schemas["Slot"];
export type Category = Schemas["Category"];
export type Booking = Schemas["Booking"];
export type BookingStatus = Booking["status"];
export type User = Schemas["User"];
export type Resort = Schemas["Resort"];
export type Recommendation = Schemas["Recommendation"];
export type Preferences = Schemas["Preferences"];

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
