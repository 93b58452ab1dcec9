export interface Who {
  name: string;
  room: string;
  phone: string;
}

const PHONE = /\+[\d\s().-]{6,}\d/;
// `204`, `#204`, `B12`, `12-A`: short, with a digit in it.
const ROOM = /^#?([a-z]{0,2}-?\d{1,4}-?[a-z]?)$/i;
const ROOM_WORD = /^(?:room|rm|villa|suite|cabin)$/i;

/** Read who it is from what was typed: a `+…` is a phone, something short with a number a room, the rest a name. */
export function readWho(text: string): Who {
  const phone = PHONE.exec(text)?.[0] ?? "";
  const words = text.replace(phone, " ").split(/[\s,;]+/).filter(Boolean);
  let room = "";
  const name: string[] = [];
  words.forEach((word, n) => {
    const found = ROOM.exec(word)?.[1];
    if (found && !room) room = found.toUpperCase();
    else if (!(ROOM_WORD.test(word) && ROOM.test(words[n + 1] ?? ""))) name.push(word);
  });
  return { name: name.join(" "), room, phone: phone.replace(/[\s().-]/g, "") };
}
