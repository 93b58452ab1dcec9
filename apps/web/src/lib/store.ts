import { useSyncExternalStore } from "react";

/** A value that lives outside of components, and can be followed by them. */
interface Store<T> {
  get: () => T;
  set: (value: T) => void;
  follow: (listener: () => void) => () => void;
}

export function create<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.follow, store.get, store.get);
}
