import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "../kg/pictures/bundle",
    emptyOutDir: false,
    target: "es2022",
    cssCodeSplit: false,
    lib: { entry: "src/main.ts", name: "newskg", formats: ["iife"], fileName: () => "explorer.js", cssFileName: "explorer" },
  },
});
