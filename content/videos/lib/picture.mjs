// One illustration as a stage: its top-level parts, each with the movements that the rig gives it.
import { readFileSync } from 'node:fs';

const WIDTH = 640;
const HEIGHT = 400;
const TAU = Math.PI * 2;

/** Reads an illustration and lets go of its rounded frame, so that the picture may fill the screen. */
export function readPicture(path, rig = {}) {
  const match = readFileSync(path, 'utf8').match(/<svg[^>]*>\s*<clipPath.*?<\/clipPath>\s*<g ([^>]*)>(.*)<\/g>\s*<\/svg>\s*$/s);
  if (!match) throw new Error(`${path}: expected one clipped group`);
  const style = match[1].replace(/clip-path="[^"]*"\s*/, '');
  const sources = topLevel(match[2]);
  const ground = sources[0].match(/^<rect[^>]*fill="(#\w+)"/)?.[1];
  if (!ground) throw new Error(`${path}: the first part must be the ground`);

  const parts = sources.map((source, index) => ({ source, index, depth: index < 2 ? 0.55 : 1, moves: [], hidden: index === 0 }));
  const rules = [...ownRules(parts, rig), ...(rig.rules ?? [])];
  for (const rule of rules) {
    for (const index of range(rule.parts)) {
      if (!parts[index]) throw new Error(`${path}: there is no part ${index}`);
      if (rule.depth !== undefined) parts[index].depth = rule.depth;
      if (rule.do === 'hide') parts[index].hidden = true;
      else if (rule.do === 'draw') parts[index].moves.push({ length: lengthOf(sources[index]), ...rule });
      else if (rule.do) parts[index].moves.push(rule);
    }
  }
  return { style, ground, parts };
}

/** The picture at `time` seconds into its showing, seen by a camera; `between` adds drawings above the part of that number. */
export function drawPicture(picture, camera, time, between = {}) {
  const drawn = picture.parts.map((part) => {
    const extra = between[part.index] ? inView(camera, 1, between[part.index]) : '';
    return (part.hidden ? '' : inView(camera, part.depth, moved(part, time))) + extra;
  });
  return `<g ${picture.style}><rect width="1280" height="720" fill="${picture.ground}"/>${drawn.join('')}${between.top ? inView(camera, 1.12, between.top) : ''}</g>`;
}

/** Keeps the camera where the picture has something to show. */
export function withinPicture({ x, y, zoom }) {
  const halfWidth = WIDTH / 2 / zoom;
  const halfHeight = 180 / zoom;
  return { zoom, x: clamp(x, halfWidth, WIDTH - halfWidth), y: clamp(y, halfHeight + 6, HEIGHT - halfHeight - 6) };
}

// Far parts (depth below 1) follow the camera less than near ones: that gives the depth.
function inView({ x, y, zoom }, depth, content) {
  const scale = 2 * (1 + (zoom - 1) * depth);
  const shiftX = -(WIDTH / 2 + (x - WIDTH / 2) * depth);
  const shiftY = -(HEIGHT / 2 + (y - HEIGHT / 2) * depth);
  return `<g transform="translate(640 360) scale(${fix(scale)}) translate(${fix(shiftX)} ${fix(shiftY)})">${content}</g>`;
}

// ---- movements -------------------------------------------------------------------------------------------------

const MOVES = {
  breathe: ({ at, amount = 0.012, period = 4.2, phase = 0 }, time) => about(at, `scale(1 ${fix(1 + (amount * (1 - Math.cos(TAU * (time / period + phase)))) / 2)})`),
  sway: ({ at, amount = 1.2, period = 5, phase = 0 }, time) => about(at, `rotate(${fix(amount * wave(time, period, phase))})`),
  drift: ({ amount: [dx, dy], period = 6, phase = 0 }, time) => `translate(${fix(dx * wave(time, period, phase))} ${fix(dy * wave(time, period, phase))})`,
  pulse: ({ at, amount = 0.04, period = 3.4, phase = 0 }, time) => about(at, `scale(${fix(1 + amount * wave(time, period, phase))})`),
  glide: ({ amount: [dx, dy], seconds = 8 }, time) => `translate(${fix((dx * time) / seconds)} ${fix((dy * time) / seconds)})`,
  pop: ({ at, delay = 0.3, seconds = 0.6 }, time) => about(at, `scale(${fix(Math.max(0.001, overshoot((time - delay) / seconds)))})`),
  arrive: ({ amount: [dx, dy], delay = 0, seconds = 1.2 }, time) => {
    const left = 1 - easeOut((time - delay) / seconds);
    return `translate(${fix(dx * left)} ${fix(dy * left)})`;
  },
};

function moved(part, time) {
  let content = part.source;
  const transforms = [];
  for (const move of part.moves) {
    if (move.do === 'draw') content = drawnThread(content, move, time);
    else if (move.do === 'blink') content = blinking(content, move, time);
    else if (MOVES[move.do]) transforms.push(MOVES[move.do](move, time));
    else throw new Error(`unknown movement «${move.do}»`);
  }
  return transforms.length ? `<g transform="${transforms.join(' ')}">${content}</g>` : content;
}

// A thread draws itself from its start (or, in reverse, from its end).
function drawnThread(source, { length, delay = 0.3, seconds = 2.2, reverse = false }, time) {
  const share = easeInOut((time - delay) / seconds);
  if (share >= 1) return source;
  if (share <= 0) return '';
  const gap = fix(length * 1.1);
  const dash = reverse ? `stroke-dasharray="0 ${fix(length * (1 - share))} ${gap} 0"` : `stroke-dasharray="${fix(length * share)} ${gap}"`;
  return source.replace('<path ', `<path ${dash} `);
}

const EYE = /(<ellipse[^>]*) ry="5\.6" fill="#2A1233"\/>/g;

function blinking(source, { phase }, time) {
  const moment = (time + phase) % 3.9;
  if (moment > 0.2) return source;
  const open = Math.abs(moment - 0.1) / 0.1;
  return source.replace(EYE, `$1 ry="${fix(0.9 + 4.7 * open)}" fill="#2A1233"/>`);
}

// What needs no telling: heads nod and blink, the spark twinkles and the thread draws itself, as in all our illustrations.
function ownRules(parts, { nod = true, threads, sparks }) {
  const rules = [{ parts: '1', do: 'pulse', at: [WIDTH / 2, HEIGHT / 2], amount: 0.012, period: 8 }];
  const place = /^<g transform="(translate\(([-\d.]+) ([-\d.]+)\)[^"]*scale\(([-\d.]+)[^"]*|translate\(([-\d.]+) ([-\d.]+)\) rotate[^"]*)"/;
  const faces = parts.filter(({ source }) => source.includes('#2A1233') && place.test(source) && source.includes('<ellipse'));
  faces.forEach((face, order) => {
    const [, transform, x, y, scale] = face.source.match(place);
    const phase = order * 0.37;
    rules.push({ parts: String(face.index), do: 'blink', phase: 1.3 + order * 1.7 });
    if (!nod || x === undefined) return;
    const others = parts.filter(({ source }) => source.startsWith(`<g transform="${transform}"`)).map(({ index }) => index);
    rules.push({ parts: others.join(','), do: 'sway', at: [Number(x), Number(y) + 62 * Number(scale)], amount: 1.3, period: 5.4, phase });
  });
  const spark = /^<path d="M([\d.]+) ([\d.]+)q[^"]*Z" fill="(#\w+)" stroke="\3" stroke-width="4"\/>$/;
  for (const part of parts) {
    const [, x, y] = part.source.match(spark) ?? [];
    if (x && (!sparks || sparks.includes(part.index))) {
      const tall = Number(part.source.match(/q[\d.]+ ([\d.]+)/)[1]);
      const at = [Number(x), Number(y) + tall];
      rules.push({ parts: String(part.index), do: 'pop', at, delay: 1.2 });
      rules.push({ parts: String(part.index), do: 'pulse', at, amount: 0.14, period: 2.2 });
      rules.push({ parts: String(part.index), do: 'sway', at, amount: 9, period: 4.4 });
    }
  }
  const lines = threads ?? parts.filter(({ source }) => /^<path d="[^"]*" stroke="#\w+"( stroke-width="6")?\/>$/.test(source) && lengthOf(source) > 260).map(({ index }) => index);
  for (const index of lines) rules.push({ parts: String(index), do: 'draw' });
  return rules;
}

// ---- reading -----------------------------------------------------------------------------------------------------

function topLevel(svg) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (const tag of svg.matchAll(/<(\/?)[a-zA-Z][^>]*?(\/?)>/g)) {
    if (depth === 0 && !tag[1]) start = tag.index;
    if (tag[1]) depth -= 1;
    else if (!tag[2]) depth += 1;
    if (depth === 0) parts.push(svg.slice(start, tag.index + tag[0].length));
  }
  return parts;
}

function range(text) {
  return String(text).split(',').flatMap((piece) => {
    const [from, to = from] = piece.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}

/** The length of a path's outline, near enough for a pen that draws it. */
function lengthOf(source) {
  const tokens = source.match(/ d="([^"]*)"/)[1].match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g);
  let [command, i, x, y, startX, startY, handleX, handleY, length] = ['M', 0, 0, 0, 0, 0, 0, 0, 0];
  const next = () => Number(tokens[i++]);
  const curveTo = (points) => {
    let [lastX, lastY] = points[0];
    for (let step = 1; step <= 24; step += 1) {
      let row = points;
      while (row.length > 1) row = row.slice(1).map(([px, py], k) => [row[k][0] + ((px - row[k][0]) * step) / 24, row[k][1] + ((py - row[k][1]) * step) / 24]);
      length += Math.hypot(row[0][0] - lastX, row[0][1] - lastY);
      [[lastX, lastY]] = row;
    }
    [handleX, handleY] = points.at(-2);
    [x, y] = points.at(-1);
  };
  while (i < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[i])) command = tokens[i++];
    const [kind, baseX, baseY] = [command.toUpperCase(), command === command.toLowerCase() ? x : 0, command === command.toLowerCase() ? y : 0];
    const point = () => [baseX + next(), baseY + next()];
    const here = [x, y];
    if (kind === 'M') {
      [x, y] = point();
      [startX, startY, handleX, handleY, command] = [x, y, x, y, command === 'm' ? 'l' : 'L'];
    } else if (kind === 'L') curveTo([here, point()]);
    else if (kind === 'H') curveTo([here, [baseX + next(), y]]);
    else if (kind === 'V') curveTo([here, [x, baseY + next()]]);
    else if (kind === 'Q') curveTo([here, point(), point()]);
    else if (kind === 'C') curveTo([here, point(), point(), point()]);
    else if (kind === 'S') curveTo([here, [2 * x - handleX, 2 * y - handleY], point(), point()]);
    else if (kind === 'Z') curveTo([here, [startX, startY]]);
    else throw new Error(`cannot measure the path command ${command}`);
  }
  return length;
}

// ---- small sums ----------------------------------------------------------------------------------------------------

export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
export const fix = (value) => Math.round(value * 1000) / 1000;
export const easeInOut = (share) => (1 - Math.cos(Math.PI * clamp(share, 0, 1))) / 2;
const easeOut = (share) => 1 - (1 - clamp(share, 0, 1)) ** 3;
const wave = (time, period, phase) => Math.sin(TAU * (time / period + phase));
const about = ([x, y], transform) => `translate(${x} ${y}) ${transform} translate(${-x} ${-y})`;

function overshoot(share) {
  const t = clamp(share, 0, 1) - 1;
  return 1 + 2.70158 * t ** 3 + 1.70158 * t ** 2;
}
