/** Hand a table to the browser as a file to keep. */
export function saveCsv(name: string, text: string): void {
  // Spreadsheets take a file without a mark at its start for something older than Unicode.
  const address = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv" }));
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
