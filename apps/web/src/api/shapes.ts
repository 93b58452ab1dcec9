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

export type DeskSlot = Schemas["DeskSlot"];
export type DeskActivity = Schemas["DeskActivity"];
export type DeskImage = Schemas["DeskImage"];
export type Rate = Schemas["Rate"];
export type Consequences = Pick<Schemas["ClosedStretch"], "bookings" | "guests" | "people" | "total_price" | "currency">;
export type ClosedStretch = Schemas["ClosedStretch"];
export type ChangedSlot = Schemas["ChangedSlot"];
export type Schedule = Schemas["Schedule"];
export type FilledSchedule = Schemas["FilledSchedule"];
export type RevisedSchedule = Schemas["RevisedSchedule"];
export type ScheduleAsked = Schemas["ScheduleAsked"];
export type DeskResource = Schemas["Resource"];
export type Need = Schemas["Need"];
export type ImportReport = Schemas["Import"];
export type BadRow = Schemas["BadRow"];

export type DeskBooking = Schemas["DeskBooking"];
export type WholeBooking = Schemas["WholeBooking"];
export type BookingNote = Schemas["Note"];
export type Outgoing = Schemas["Outgoing"];
export type Charge = Schemas["Charge"];
export type Conversation = Schemas["Conversation"];
export type WholeConversation = Schemas["WholeConversation"];
export type DeskMessage = Schemas["DeskMessage"];
export type Summary = Schemas["SummaryReport"];
export type Figures = Schemas["SummaryItem"];
export type Person = Schemas["Person"];
export type AuditAct = Schemas["Audit"];

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
