const PREFIX = "desk:";
const LONGEST_MS = 36 * 3_600_000;

interface Kept<T> {
  /** When it was answered. */
  at: number;
  value: T;
}

/** Keep an answer in this browser, to be read where there is no connection; what is old goes. */
export function keep(name: string, value: unknown): void {
  try {
    forget((at) => Date.now() - at > LONGEST_MS);
    localStorage.setItem(PREFIX + name, JSON.stringify({ at: Date.now(), value }));
  } catch {
    // A full or forbidden storage keeps nothing: the page works all the same.
  }
}

export function kept<T>(name: string): Kept<T> | null {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? null : (JSON.parse(text) as Kept<T>);
  } catch {
    return null;
  }
}

/** Nothing of the desk stays on a device where nobody is signed in. */
export function forgetKept(): void {
  try {
    forget(() => true);
  } catch {
    // Where nothing could be kept there is nothing to forget.
  }
}

function forget(isOver: (at: number) => boolean): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue;
    const found = kept(key.slice(PREFIX.length));
    if (!found || isOver(found.at)) localStorage.removeItem(key);
  }
}
