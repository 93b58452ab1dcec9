// Spreadsheets take a file without a mark at its start for something older than Unicode.
export const UNICODE_MARK = "\uFEFF";

/** Hand a text to the browser as a file to keep, of that media type. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click is over.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
