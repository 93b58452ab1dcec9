import { Download } from "lucide-react";
import { Button } from "@/components/ui/Button";

const BASE = `${import.meta.env.VITE_API_URL ?? ""}/api/v1`;

interface Props {
  label: string;
  path: string;
  query: Record<string, string | undefined>;
}

/** A list of the API as a file for spreadsheets. */
export function CsvLink({ label, path, query }: Props) {
  const asked = new URLSearchParams({ format: "csv" });
  for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
  return (
    <Button asChild look="quiet" size="small">
      <a href={`${BASE}${path}?${asked.toString()}`} download>
        <Download aria-hidden="true" className="size-4" />
        {label}
      </a>
    </Button>
  );
}
