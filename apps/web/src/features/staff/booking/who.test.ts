import { expect, it } from "vitest";
import { readWho } from "./who";

it.each([
  ["Maria Lopez", { name: "Maria Lopez", room: "", phone: "" }],
  ["Lopez 204", { name: "Lopez", room: "204", phone: "" }],
  ["204", { name: "", room: "204", phone: "" }],
  ["room b12 Ana", { name: "Ana", room: "B12", phone: "" }],
  ["#7 O'Brien", { name: "O'Brien", room: "7", phone: "" }],
  ["+1 (415) 555-0123 Ana", { name: "Ana", room: "", phone: "+14155550123" }],
  ["Ana, 204, +52 998 123 4567", { name: "Ana", room: "204", phone: "+529981234567" }],
  ["John Room", { name: "John Room", room: "", phone: "" }],
  ["", { name: "", room: "", phone: "" }],
])("reads who %j is", (text, who) => {
  expect(readWho(text)).toEqual(who);
});
