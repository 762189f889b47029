import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { ownFiles } from "./scripts/build/own-files.ts";

export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [react(), ownFiles()],
  worker: { format: "es" },
  optimizeDeps: { exclude: ["@sqlite.org/sqlite-wasm"] },
  build: {
    target: "es2022",
    outDir: "dist",
    assetsInlineLimit: 0,
    // Libraries change seldom: apart from our own code they stay in the browser's cache over an update.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "map", test: /node_modules[\\/](maplibre-gl|@maplibre|pmtiles)/ },
            { name: "libraries", test: /node_modules/ },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1200,
  },
  server: { host: "127.0.0.1" },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          environment: "node",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
