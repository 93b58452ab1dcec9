/// <reference types="vitest/config" />
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const API = process.env.RESORTBOOK_API ?? "http://127.0.0.1:8000";

const VENDOR = /node_modules\/(@tanstack|axios|class-variance-authority|clsx|react|react-dom|react-router|scheduler|tailwind-merge)\//;
// Dialogs bring a library along, and most visits open none.
const SHARED = /src\/(lib|components)\/(?!ui\/(Modal|Slider|Stepper))|node_modules\/lucide-react/;

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: "dist",
    manifest: true,
    // Nothing is inlined: the content security policy takes scripts, styles and images from files alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    // What pages share comes in two parts, not in twenty: each costs a slow phone a journey.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "vendor", test: VENDOR, priority: 2 },
            { name: "shared", test: SHARED, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": API, "/media": API, "/health": API } },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/testing/setup.ts"],
    css: false,
    restoreMocks: true,
  },
});
