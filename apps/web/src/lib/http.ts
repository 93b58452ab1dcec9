import axios, { type AxiosRequestConfig } from "axios";
import { noteServerTime } from "./clock";
import { asApiError } from "./errors";
import { session, signedOut } from "./session";
import { create } from "./store";

const BASE = `${import.meta.env.VITE_API_URL ?? ""}/api/v1`;
const TIMEOUT_MS = 12_000;
const UNSAFE = new Set(["post", "put", "patch", "delete"]);

/** Told when a session ended in the middle of something, so that the page can say so. */
export const endedSession = create(0);

const http = axios.create({ baseURL: BASE, timeout: TIMEOUT_MS, withCredentials: true });

http.interceptors.request.use((config) => {
  const token = session.get().csrfToken;
  if (token && UNSAFE.has((config.method ?? "get").toLowerCase())) config.headers.set("X-CSRF-Token", token);
  return config;
});

http.interceptors.response.use(
  (response) => {
    noteServerTime(response.headers.date);
    return response;
  },
  (problem: unknown) => {
    const error = asApiError(problem);
    const isOver = error.code === "SESSION_EXPIRED" || error.code === "AUTH_REQUIRED";
    if (isOver && session.get().user) {
      signedOut();
      endedSession.set(endedSession.get() + 1);
    }
    return Promise.reject(error);
  },
);

export async function get<T>(path: string, config?: AxiosRequestConfig): Promise<T> {
  return (await http.get<T>(path, config)).data;
}

export async function send<T>(
  method: "post" | "put" | "patch" | "delete",
  path: string,
  body?: unknown,
  config?: AxiosRequestConfig,
): Promise<T> {
  return (await http.request<T>({ method, url: path, data: body, ...config })).data;
}

/** Something that several people may edit, with the tag of the state that was seen. */
export interface Tagged<T> {
  value: T;
  tag: string;
}

export async function getTagged<T>(path: string, config?: AxiosRequestConfig): Promise<Tagged<T>> {
  const { data, headers } = await http.get<T>(path, config);
  return { value: data, tag: tagOf(headers.etag) };
}

/** Send an edit of what was seen under `tag`; refused with 412 where it has changed since. */
export async function sendTagged<T>(method: "post" | "patch", path: string, body: unknown, tag: string): Promise<Tagged<T>> {
  const { data, headers } = await http.request<T>({ method, url: path, data: body, headers: tag ? { "If-Match": tag } : {} });
  return { value: data, tag: tagOf(headers.etag) };
}

function tagOf(header: unknown): string {
  return typeof header === "string" ? header.replace(/^W\//, "") : "";
}

/**
 * Send a change of a booking that may be repeated: while its outcome is unknown the same key goes with it,
 * so that it is done once.
 */
export async function sendOnce<T>(method: "post" | "patch", path: string, body: unknown, key: string): Promise<T> {
  const headers = { "Idempotency-Key": key };
  for (let tries = 0; ; tries += 1) {
    try {
      return await send<T>(method, path, body, { headers });
    } catch (problem) {
      const error = asApiError(problem);
      if (!error.isPassing || tries >= 2) throw error;
      await pause(Math.min(error.retryAfterSeconds ?? 1, 3) * 1000 * (tries + 1));
    }
  }
}

export function newKey(): string {
  return crypto.randomUUID();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}
