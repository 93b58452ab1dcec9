import type { components } from "@/api/schema";

type Schemas = components["schemas"];

export type Arrivals = Schemas["Arrivals"];
export type Departure = Schemas["Departure"];
export type DeskSlot = Schemas["DeskSlot"];
export type Manifest = Schemas["Manifest"];
export type ManifestEntry = Schemas["ManifestEntry"];
export type DeskBooking = Schemas["DeskBooking"];
export type DeskBookingAsked = Schemas["DeskBookingAsked"];
