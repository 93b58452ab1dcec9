import { create, useStore } from "./store";

const isDark = create(document.documentElement.classList.contains("dark"));

export function useTheme(): { isDark: boolean; toggle: () => void } {
  const dark = useStore(isDark);
  return {
    isDark: dark,
    toggle: () => {
      document.documentElement.classList.toggle("dark", !dark);
      isDark.set(!dark);
      try {
        localStorage.setItem("theme", dark ? "light" : "dark");
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    },
  };
}
