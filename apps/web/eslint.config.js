import js from "@eslint/js";
import importX from "eslint-plugin-import-x";
import hooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import globals from "globals";
import ts from "typescript-eslint";

const FEATURES = ["activities", "bookings", "auth", "recommendations", "staff"];

export default defineConfig(
  { ignores: ["dist", "src/api/schema.ts", "public"] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js", "scripts/*.mjs"] }, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    plugins: { "import-x": importX, "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      "max-lines": ["error", { max: 200, skipComments: true, skipBlankLines: true }],
      "import-x/no-restricted-paths": [
        "error",
        {
          zones: [
            // A feature knows others only by what stands in lib and components; pages meet in app. The desk shows an
            // activity as guests see it.
            ...FEATURES.map((name) => ({
              target: `./src/features/${name}`,
              from: "./src/features",
              except: [...new Set([`./${name}`, "./auth", ...(name === "activities" ? ["./recommendations"] : []), ...(name === "staff" ? ["./activities/detail"] : [])])],
            })),
            { target: "./src/components", from: "./src/features" },
            { target: "./src/lib", from: ["./src/features", "./src/components", "./src/app"] },
            { target: "./src/components/ui", from: "./src/components/layout" },
          ],
        },
      ],
    },
  },
  // Programs that only ever read what the bundler wrote.
  { ...ts.configs.disableTypeChecked, files: ["scripts/*.mjs"] },
  { files: ["scripts/*.mjs"], languageOptions: { globals: globals.node } },
  { files: ["**/*.test.ts", "**/*.test.tsx"], rules: { "max-lines": "off" } },
);
