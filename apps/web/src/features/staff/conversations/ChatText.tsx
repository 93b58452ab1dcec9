interface Props {
  text: string;
}

/** A message as WhatsApp shows it: what stands between two stars is bold. */
export function ChatText({ text }: Props) {
  // A name may have a star of its own: only a pair around words counts.
  const parts = text.split(/\*(\S(?:[^*\n]*\S)?)\*/);
  return (
    <p className="whitespace-pre-line">
      {parts.map((part, place) => (place % 2 === 1 ? <strong key={`${String(place)}${part}`}>{part}</strong> : part))}
    </p>
  );
}
