// Renders the portal's short films: storyboard (.yml) + illustrations -> film (WebM, MP4), poster and captions.
//   node render.mjs [slug …]             render all or the named films
//   node render.mjs --check [slug …]     check the storyboards and the finished files, write nothing
//   node render.mjs --captions [slug …]  write captions and posters only
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { parse } from 'yaml';
import { cuesOf, faultsOf, parseVtt, toVtt } from './lib/captions.mjs';
import { frameAt, timelineOf } from './lib/film.mjs';
import { readPicture } from './lib/picture.mjs';

const FPS = 25;
const LIMITS = { film: 2_000_000, poster: 60_000, shortest: 25, longest: 50 };
const KEYS = ['title', 'ingress', 'topics', 'ageBands', 'sensitivity', 'publishedAt', 'lastReviewedAt', 'illustration', 'creator', 'licence',
  'seconds', 'width', 'height', 'related', 'services', 'sources', 'transcript', 'scenes'];
const CAPTION_LANGUAGES = ['nb', 'nn', 'en'];

const here = dirname(fileURLToPath(import.meta.url));
const content = dirname(here);
const rigs = JSON.parse(readFileSync(join(here, 'rigs.json'), 'utf8'));
const pictures = new Map();

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const slugs = named.length ? named : readdirSync(here).filter((name) => name.endsWith('.yml')).map((name) => name.slice(0, -4));

const storyboards = slugs.map((slug) => ({ slug, board: parse(readFileSync(join(here, `${slug}.yml`), 'utf8')) }));
stopOn(storyboards.flatMap(({ slug, board }) => faultsInBoard(slug, board)));

if (!flags.includes('--check')) {
  for (const { slug, board } of storyboards) {
    const shots = timelineOf(board.scenes, pictureOf);
    for (const language of CAPTION_LANGUAGES) {
      writeFileSync(join(here, `${slug}.${language}.vtt`), toVtt(cuesOf(board.scenes, language)));
    }
    writePoster(slug, board, shots);
    if (!flags.includes('--captions')) await writeFilms(slug, board, shots);
  }
}
if (!flags.includes('--captions')) stopOn(slugs.flatMap((slug) => faultsInFiles(slug)));

// ---- drawing -----------------------------------------------------------------------------------------------------

function pictureOf(name) {
  if (!pictures.has(name)) pictures.set(name, readPicture(join(content, 'illustrations', `${name}.svg`), rigs[name]));
  return pictures.get(name);
}

function pixelsAt(shots, time) {
  return new Resvg(frameAt(shots, time), { font: { loadSystemFonts: false }, logLevel: 'off' }).render();
}

async function writeFilms(slug, board, shots) {
  const started = Date.now();
  const path = (kind) => join(here, `${slug}.${kind}`);
  const colour = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  const plain = ['-an', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'];
  const ffmpeg = spawn('ffmpeg', ['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', '1280x720', '-r', String(FPS), '-i', '-',
    ...plain, ...colour, '-c:v', 'libx264', '-preset', 'medium', '-tune', 'animation', '-crf', '36', '-g', '250', '-threads', '2', '-movflags', '+faststart', path('mp4'),
    ...plain, ...colour, '-c:v', 'libvpx-vp9', '-crf', '52', '-b:v', '0', '-g', '250', '-deadline', 'good', '-cpu-used', '4', '-row-mt', '1', '-tile-columns', '1', '-threads', '2', path('webm'),
  ], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(ffmpeg, 'close');
  for (let frame = 0; frame < board.seconds * FPS; frame += 1) {
    if (!ffmpeg.stdin.write(pixelsAt(shots, frame / FPS).pixels)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`${slug}: ffmpeg ended with ${code}`);
  const size = (kind) => `${Math.round(statSync(path(kind)).size / 1000)} kB ${kind}`;
  console.log(`${slug}: ${board.seconds} s, ${size('webm')}, ${size('mp4')}, ${size('jpg')} (${Math.round((Date.now() - started) / 1000)} s to make)`);
}

/** The poster shows the card picture at rest, where the film has it. */
function writePoster(slug, board, shots) {
  const shot = shots.find(({ name }) => name === board.illustration) ?? shots[0];
  const png = pixelsAt(shots, Math.min(shot.start + 3.2, shot.end - 0.1)).asPng();
  for (let quality = 3; quality <= 12; quality += 1) {
    const made = spawnSync('ffmpeg', ['-v', 'error', '-f', 'png_pipe', '-i', '-', '-q:v', String(quality), '-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'mjpeg', '-'], { input: png, maxBuffer: 1 << 24 });
    if (made.status !== 0) throw new Error(`${slug}: ${made.stderr}`);
    if (made.stdout.length <= LIMITS.poster) return writeFileSync(join(here, `${slug}.jpg`), made.stdout);
  }
  throw new Error(`${slug}: the poster is too big`);
}

// ---- checks --------------------------------------------------------------------------------------------------------

function faultsInBoard(slug, board) {
  const faults = [];
  const say = (what) => faults.push(`${slug}.yml: ${what}`);
  for (const key of KEYS) if (board[key] === undefined) say(`«${key}» is missing`);
  for (const key of Object.keys(board)) if (!KEYS.includes(key)) say(`«${key}» is unknown`);
  if (faults.length) return faults;

  for (const [key, longest] of [['title', 80], ['ingress', 300]]) {
    for (const language of ['nb', 'nn', 'en']) {
      const text = board[key][language];
      if (!text || text.length > longest) say(`«${key}.${language}» must have 1 to ${longest} characters`);
    }
  }
  const topics = readFileSync(join(content, 'topics.yml'), 'utf8');
  if (board.topics.length < 1 || board.topics.length > 4) say('1 to 4 topics');
  for (const topic of board.topics) if (!topics.includes(`slug: ${topic}\n`) && !topics.includes(`slug: ${topic},`)) say(`the topic «${topic}» is unknown`);
  for (const band of board.ageBands) if (!['13-15', '16-17', '18-20'].includes(band)) say(`the age band «${band}» is unknown`);
  if (!['none', 'sensitive', 'crisis'].includes(board.sensitivity)) say(`the sensitivity «${board.sensitivity}» is unknown`);
  if (!existsSync(join(content, 'illustrations', `${board.illustration}.yml`))) say(`the illustration «${board.illustration}» is unknown`);
  for (const other of board.related) if (!existsSync(join(content, 'articles', `${other}.nb.md`))) say(`the article «${other}» is unknown`);
  const services = readFileSync(join(content, 'services', 'helplines.yml'), 'utf8');
  for (const service of board.services) if (!new RegExp(`\\b${service}\\b`).test(services)) say(`the service «${service}» is unknown`);
  for (const source of board.sources) if (!source.title || !source.publisher || !/^https:\/\//.test(source.url)) say('a source needs title, publisher and url');

  const sum = board.scenes.reduce((total, scene) => total + scene.seconds, 0);
  if (Math.abs(sum - board.seconds) > 1e-6) say(`the scenes last ${sum} s, not ${board.seconds}`);
  if (board.seconds < LIMITS.shortest || board.seconds > LIMITS.longest) say(`a film lasts ${LIMITS.shortest} to ${LIMITS.longest} s`);
  if (board.width !== 1280 || board.height !== 720) say('a film is 1280 x 720');
  for (const language of CAPTION_LANGUAGES) {
    for (const scene of board.scenes) {
      for (const line of scene.caption) {
        if (!line[language]) say(`a caption lacks «${language}»`);
        else if (!board.transcript[language]?.includes(line[language])) say(`the transcript in ${language} lacks «${line[language]}»`);
        else if (/\d[\d ]{4,}/.test(line[language])) say(`«${line[language]}» looks like a telephone number`);
      }
    }
    if (!faults.length) faultsOf(cuesOf(board.scenes, language)).forEach((fault) => say(`${language}, ${fault}`));
  }
  return faults;
}

function faultsInFiles(slug) {
  const faults = [];
  for (const [kind, most] of [['webm', LIMITS.film], ['mp4', LIMITS.film], ['jpg', LIMITS.poster]]) {
    const path = join(here, `${slug}.${kind}`);
    if (!existsSync(path)) faults.push(`${slug}.${kind} is missing`);
    else if (statSync(path).size > most) faults.push(`${slug}.${kind} is larger than ${most / 1000} kB`);
  }
  for (const language of CAPTION_LANGUAGES) {
    const path = join(here, `${slug}.${language}.vtt`);
    if (!existsSync(path)) faults.push(`${slug}.${language}.vtt is missing`);
    else faultsOf(parseVtt(readFileSync(path, 'utf8'))).forEach((fault) => faults.push(`${slug}.${language}.vtt: ${fault}`));
  }
  return faults;
}

function stopOn(faults) {
  if (faults.length === 0) return;
  console.error(faults.join('\n'));
  process.exit(1);
}
