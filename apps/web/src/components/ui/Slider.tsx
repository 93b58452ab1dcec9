import { Slider as Radix } from "radix-ui";

interface Props {
  label: string;
  value: number;
  most: number;
  step: number;
  inWords: string;
  onChange: (value: number) => void;
  onCommit: (value: number) => void;
}

/** A value on a line, for thumbs and arrow keys alike. */
export function Slider({ label, value, most, step, inWords, onChange, onCommit }: Props) {
  return (
    <Radix.Root
      className="relative flex h-11 w-full touch-none items-center px-3 select-none"
      value={[value]}
      max={most}
      step={step}
      onValueChange={([next]) => {
        if (next !== undefined) onChange(next);
      }}
      onValueCommit={([next]) => {
        if (next !== undefined) onCommit(next);
      }}
    >
      <Radix.Track className="relative h-2 grow rounded-full bg-line">
        <Radix.Range className="absolute h-full rounded-full bg-lagoon" />
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={inWords}
        className="block size-7 rounded-full border-[3px] border-lagoon bg-shell shadow-md"
      />
    </Radix.Root>
  );
}
