// Bundles styles and scripts into wwwroot/assets; names stay plain, the server adds fingerprints.
// The font is named in the styles, which the server doesn't rewrite, so it carries its hash from here.
import { build } from 'esbuild';
import { copyFileSync, rmSync } from 'node:fs';
import { copyReference } from './reference.mjs';

const target = ['es2022', 'chrome111', 'firefox113', 'safari16.4'];

rmSync('wwwroot/assets', { recursive: true, force: true });
await build({
  entryPoints: { site: 'assets/site.css', app: 'assets/app.ts', staff: 'assets/staff.ts', desk: 'assets/desk.ts', 'staff-style': 'assets/staff.css' },
  outdir: 'wwwroot/assets',
  bundle: true,
  minify: true,
  target,
  format: 'esm',
  loader: { '.woff2': 'file', '.svg': 'file' },
  assetNames: 'fonts/[name]-[hash]',
  logLevel: 'warning',
});
copyFileSync('assets/images/icon.svg', 'wwwroot/assets/icon.svg');
// The error page must not need the database, so its picture travels with the styles.
copyFileSync('../../content/illustrations/vandrer-med-kart.svg', 'wwwroot/assets/feil.svg');

// What a sandboxed page may load. No modules: those would have to be asked for across origins.
await build({
  entryPoints: { storage: 'assets/sandbox/storage.ts', start: 'assets/sandbox/start.ts', page: 'assets/sandbox/page.css' },
  outdir: 'wwwroot/assets/sandbox',
  bundle: true,
  minify: true,
  target,
  format: 'iife',
  logLevel: 'warning',
});
copyFileSync('assets/images/icon.svg', 'wwwroot/assets/sandbox/icon.svg');
copyReference('wwwroot/assets/sandbox/scalar.js');
