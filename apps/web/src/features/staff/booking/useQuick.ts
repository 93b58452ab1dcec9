import { useState } from "react";
import type { Activity } from "@/api/shapes";
import { firstParty, type Party } from "@/lib/party";
import { momentAt } from "../parts/moments";
import type { DeskBookingAsked, Departure } from "../parts/shapes";
import { useDeskActivity } from "./activity-call";
import { useBook } from "./book-call";
import { useKnownGuest } from "./known-guest-call";
import { useBookable } from "./slots-call";
import { texts } from "./texts";
import { readWho, type Who } from "./who";

export interface Wish {
  who: string;
  /** A local clock time of the resort; empty where it is confirmed at once. */
  holdUntil: string;
  isPrivate: boolean;
  isNotified: boolean;
  requests: string;
  note: string;
}

interface Wrong {
  slot?: string;
  party?: string;
  hold?: string;
}

const NOTHING: Wish = { who: "", holdUntil: "", isPrivate: false, isNotified: true, requests: "", note: "" };

/** What was typed into the booking dialog, what it means, and what comes of it. */
export function useQuick(slotId: string | null) {
  const [wish, setWish] = useState(NOTHING);
  // Until something was picked, or let go of, it is the one that the dialog was opened for.
  const [picked, setPicked] = useState<Departure | null | undefined>(undefined);
  const [typedParty, setParty] = useState<Party | null>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const [day, setDay] = useState<string | null>(null);
  const bookable = useBookable(slotId, day);
  const chosen = picked === undefined ? (bookable.departures.find(({ slot }) => slot.id === slotId) ?? null) : picked;
  const { data: activity } = useDeskActivity(chosen?.activity.id);
  const read = readWho(wish.who);
  const known = useKnownGuest(read.name ? "" : read.phone);
  const who: Who = { ...read, name: read.name || (known?.name ?? "") };
  const party = typedParty ?? (activity ? firstParty(activity) : {});
  const call = useBook();

  const book = (at = chosen?.slot.id) => {
    const hold = wish.holdUntil ? momentAt(wish.holdUntil) : null;
    const now = problems({ hasSlot: at !== undefined, activity, party, holdUntil: wish.holdUntil, hold });
    setWrong(now);
    if (at === undefined || Object.keys(now).length > 0 || call.isPending) return;
    call.mutate(asked(wish, { slotId: at, who, party, hold }));
  };
  return {
    wish,
    who,
    chosen,
    activity,
    party,
    wrong,
    bookable,
    call,
    book,
    lookAt: setDay,
    change: (part: Partial<Wish>) => {
      setWish({ ...wish, ...part });
    },
    choose: (departure: Departure | null) => {
      // Another activity has other rates.
      if (departure?.activity.id !== chosen?.activity.id) setParty(null);
      setPicked(departure);
      setWrong({});
      call.reset();
    },
    changeParty: (next: Party) => {
      setParty(next);
      setWrong({});
    },
    startAnew: () => {
      setWish(NOTHING);
      setPicked(null);
      setParty(null);
      call.reset();
    },
  };
}

interface Judged {
  hasSlot: boolean;
  activity: Activity | undefined;
  party: Party;
  holdUntil: string;
  hold: string | null;
}

function problems({ hasSlot, activity, party, holdUntil, hold }: Judged): Wrong {
  const people = Object.values(party).reduce((sum, count) => sum + count, 0);
  return {
    ...(hasSlot ? {} : { slot: texts.chooseFirst }),
    ...(activity && people < 1 ? { party: texts.nobody } : {}),
    ...(holdUntil && !hold ? { hold: texts.holdWrong } : {}),
  };
}

interface Meant {
  slotId: string;
  who: Who;
  party: Party;
  hold: string | null;
}

function asked(wish: Wish, { slotId, who, party, hold }: Meant): DeskBookingAsked {
  const counted = Object.fromEntries(Object.entries(party).filter(([, count]) => count > 0));
  const name = who.name || (who.room ? texts.ofRoom(who.room) : texts.walkIn);
  return {
    time_slot_id: slotId,
    guest: { name, room: who.room, phone: who.phone || null },
    ...(Object.keys(counted).length > 0 ? { party: counted } : { participants: 1 }),
    ...(hold ? { hold_until: hold } : {}),
    ...(wish.isPrivate ? { private: true } : {}),
    ...(wish.isNotified ? {} : { notify: false }),
    ...(wish.requests.trim() ? { special_requests: wish.requests.trim() } : {}),
    ...(wish.note.trim() ? { note: wish.note.trim() } : {}),
  };
}
