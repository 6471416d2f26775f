// Bundles styles and scripts into wwwroot/assets; names stay plain, the server adds fingerprints.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';

rmSync('wwwroot/assets', { recursive: true, force: true });
await build({
  entryPoints: { site: 'assets/site.css', print: 'assets/print.css', app: 'assets/app.ts' },
  outdir: 'wwwroot/assets',
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
  format: 'esm',
  loader: { '.woff2': 'file', '.svg': 'file' },
  assetNames: '[name]',
  logLevel: 'warning',
});
