import { useEffect, useEffectEvent, useState } from "react";

const REST_MS = 250;

/**
 * Words that are typed into a field whose value lives elsewhere, as in the address: they stand there at once and are
 * told when typing rests, so that a value that comes back late takes no letter away. What is changed there comes in.
 */
export function useTyped(value: string, onChange: (words: string) => void): [string, (words: string) => void] {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const [seen, setSeen] = useState(value);
  const tell = useEffectEvent(onChange);
  if (value !== seen) {
    setSeen(value);
    if (value !== told) {
      setTold(value);
      setTyped(value);
    }
  }
  useEffect(() => {
    if (typed === told) return undefined;
    const timer = setTimeout(() => {
      setTold(typed);
      tell(typed);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, told]);
  return [typed, setTyped];
}
