import { describe, expect, it } from "vitest";
import { mendedText, readSource, rowAt, type Mended } from "./source";

function mended(line: number, change: Partial<Mended>): Map<number, Mended> {
  return new Map([[line, { cells: {}, raw: null, ...change }]]);
}

describe("a CSV that is mended", () => {
  const text = 'name;price\r\n"Sunset ""Gold""\r\ncruise";80\r\n\r\nKayak;many\r\n';
  const file = readSource("a.csv", text);

  it("counts the lines of quoted texts and blank lines as the server does", () => {
    expect(file.rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(file.rows[0]?.cells).toEqual([
      { heading: "name", value: 'Sunset "Gold"\r\ncruise' },
      { heading: "price", value: "80" },
    ]);
  });

  it("changes one cell, and leaves everything else as it was", () => {
    expect(mendedText(file, mended(5, { cells: { price: "45;50" } }))).toBe(text.replace("Kayak;many", 'Kayak;"45;50"'));
  });

  it("shows a row with a cell too many as it stands in the file", () => {
    const loose = readSource("a.csv", "name,price\nKayak, large,45\nSup,30\n");

    expect(rowAt(loose, 2)?.cells).toBeNull();
    expect(mendedText(loose, mended(2, { raw: '"Kayak, large",45' }))).toBe('name,price\n"Kayak, large",45\nSup,30\n');
  });

  it("goes on after a line with wrong quotes", () => {
    const broken = readSource("a.csv", 'name,price\n"Kay"ak,45\nSup,30\n');

    expect(broken.rows.map(({ line, cells }) => [line, cells === null])).toEqual([
      [2, true],
      [3, false],
    ]);
  });
});

describe("a JSON list that is mended", () => {
  const text = '{"items": [\n  {"name": "A, [b]", "price": "80"},\n  {"name": "Kayak", "capacity_per_slot": 0}\n]}';
  const file = readSource("a.json", text);

  it("finds each item with its line", () => {
    expect(file.rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(file.rows[1]?.cells).toEqual([
      { heading: "name", value: "Kayak" },
      { heading: "capacity_per_slot", value: "0" },
    ]);
  });

  it("keeps a number a number, and adds what was missing", () => {
    const again = JSON.parse(mendedText(file, mended(3, { cells: { capacity_per_slot: "6", price: "45" } }))) as { items: unknown[] };

    expect(again.items).toEqual([
      { name: "A, [b]", price: "80" },
      { name: "Kayak", capacity_per_slot: 6, price: 45 },
    ]);
  });
});
