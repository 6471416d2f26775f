// Publishes the site, runs it as in production and prints Lighthouse's mobile scores as a table. Faults follow, one line each.
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const pages = ['/', '/artikler/kjaerlighetssorg', '/tema/kropp-helse-og-sex', '/sok?q=angst', '/hjelp-na'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const repository = resolve(import.meta.dirname, '../../..');
const origin = 'http://localhost:5179';
const folder = mkdtempSync(join(tmpdir(), 'ungportal-lighthouse-'));

execFileSync('dotnet', ['publish', join(repository, 'src/UngPortal.Web'), '-c', 'Release', '-o', join(folder, 'site'), '--nologo', '-v', 'quiet'], { stdio: 'inherit' });
const site = spawn('dotnet', ['UngPortal.Web.dll'], {
  cwd: join(folder, 'site'),
  stdio: 'ignore',
  env: {
    ...process.env,
    ASPNETCORE_ENVIRONMENT: 'Production',
    ASPNETCORE_URLS: origin,
    DataFolder__Path: join(folder, 'data'),
    Content__Folder: join(repository, 'content'),
    Site__Origin: origin,
    Site__SecureCookies: 'false',
    RateLimits__AllPerMinute: '100000',
  },
});
const browser = await launch({
  chromePath: process.env.UNGPORTAL_CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  await ready();
  console.log(['page'.padEnd(32), ...categories, 'LCP ms', 'CLS', 'TBT ms', 'requests', 'kB'].join(' | '));
  const faults = [];
  for (const page of pages) {
    await fetch(origin + page);
    const { lhr } = await lighthouse(origin + page, { port: browser.port, onlyCategories: categories, logLevel: 'error' });
    const value = (id, digits = 0) => lhr.audits[id].numericValue.toFixed(digits);
    const files = lhr.audits['network-requests'].details.items;
    const sent = files.reduce((sum, file) => sum + file.transferSize, 0) / 1000;
    console.log([page.padEnd(32), ...categories.map(id => Math.round(lhr.categories[id].score * 100)), value('largest-contentful-paint'), value('cumulative-layout-shift', 3), value('total-blocking-time'), files.length, sent.toFixed(0)].join(' | '));
    faults.push(...Object.values(lhr.audits).filter(audit => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative').map(audit => `${page} ${audit.id}: ${audit.title} ${audit.displayValue ?? ''}`));
  }
  console.log(faults.join('\n'));
} finally {
  browser.kill();
  site.kill('SIGTERM');
  await new Promise(done => site.exitCode === null ? site.once('exit', done) : done());
  rmSync(folder, { recursive: true, force: true });
}

async function ready() {
  for (let tries = 0; tries < 120; tries++) {
    if ((await fetch(`${origin}/health/ready`).catch(() => null))?.ok) {
      return;
    }
    await new Promise(done => setTimeout(done, 500));
  }
  throw new Error('The site did not start.');
}
