import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

const BUNDLE = "../kg/pictures/bundle";

/** What the bundle was built from; a Python test holds it against web/, so a stale bundle is noticed without node. */
function sources(): string {
  const files = ["package-lock.json", "package.json", "tsconfig.json", "vite.config.ts"];
  files.push(...readdirSync("src").map((name) => `src/${name}`));
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** The licences of the packages whose code is in the bundle. */
function licences(modules: Iterable<string>): string {
  const names = [...modules].map((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]);
  const packages = [...new Set(names.filter((name) => name !== undefined))].sort();
  return packages.map((name) => {
    const folder = join("node_modules", name);
    const file = ["LICENSE", "LICENSE.md", "LICENCE"].map((each) => join(folder, each)).find(existsSync);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf-8"));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(file, "utf-8").trim() : ""}\n`;
  }).join(`\n${"-".repeat(72)}\n\n`);
}

const record: Plugin = {
  name: "record",
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
    writeFileSync(join(BUNDLE, "LICENCES.txt"), licences(chunks.flatMap((chunk) => Object.keys(chunk.modules))));
    writeFileSync(join(BUNDLE, "sources.sha256"), `${sources()}\n`);
  },
};

export default defineConfig({
  build: {
    outDir: BUNDLE,
    emptyOutDir: false,
    target: "es2022",
    cssCodeSplit: false,
    lib: { entry: "src/main.ts", name: "newskg", formats: ["iife"], fileName: () => "explorer.js", cssFileName: "explorer" },
  },
  plugins: [record],
});
