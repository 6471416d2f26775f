// A storyboard as a film: which scenes are seen at a moment, through which camera, with which layers on top.
import { clamp, drawPicture, easeInOut, fix, withinPicture } from './picture.mjs';

const FADE = 0.7;
const CENTRE = [320, 200];

/** Lays the scenes on a timeline. A scene with the same picture as the one before goes on in the same shot. */
export function timelineOf(scenes, pictureOf) {
  const shots = [];
  let start = 0;
  for (const scene of scenes) {
    const end = start + scene.seconds;
    const last = shots.at(-1);
    const span = { start, end, scene };
    if (last && last.name === scene.picture && !scene.cut) {
      last.spans.push({ ...span, from: last.spans.at(-1).to, to: cameras(scene)[1] });
      last.end = end;
    } else {
      const [from, to] = cameras(scene);
      shots.push({ name: scene.picture, picture: pictureOf(scene.picture), start, end, enter: scene.enter ?? 'fade', spans: [{ ...span, from, to }] });
    }
    start = end;
  }
  return shots;
}

/** The whole frame at `time`, as SVG. */
export function frameAt(shots, time) {
  const now = shots.findLastIndex((shot) => time >= shot.start);
  const shot = shots[now];
  const age = time - shot.start;
  let body = drawShot(shot, time);
  if (now > 0 && age < FADE) {
    const share = easeInOut(age / FADE);
    const under = drawShot(shots[now - 1], time);
    body = shot.enter === 'iris'
      ? `${under}<clipPath id="iris"><circle cx="640" cy="360" r="${fix(1 + 745 * share)}"/></clipPath><g clip-path="url(#iris)">${body}</g>`
      : `${under}<g opacity="${fix(share)}">${body}</g>`;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720" width="1280" height="720">${body}</svg>`;
}

function drawShot(shot, time) {
  const span = shot.spans.findLast(({ start }) => time >= start) ?? shot.spans[0];
  // The picture goes on moving while the next one fades in over it, so that nothing ever halts.
  const share = (time - span.start) / (span.end - span.start + (span === shot.spans.at(-1) ? FADE : 0));
  const eased = 0.5 * easeInOut(share) + 0.5 * clamp(share, 0, 1);
  const mix = (key) => span.from[key] + (span.to[key] - span.from[key]) * eased;
  const camera = withinPicture({ x: mix('x'), y: mix('y'), zoom: mix('zoom') });
  return drawPicture(shot.picture, camera, time - shot.start + (span.scene.settled ? 60 : 0), layersOf(span, time));
}

function cameras({ move, focus = CENTRE, zoom }) {
  const view = ([x, y], size) => ({ x, y, zoom: size });
  const [x, y] = focus;
  switch (move) {
    case 'zoom-in': return [view(CENTRE, 1.05), view(focus, zoom ?? 1.2)];
    case 'zoom-out': return [view(focus, zoom ?? 1.2), view(CENTRE, 1.05)];
    case 'pan-left': return [view([x + 26, y], zoom ?? 1.14), view([x - 26, y], zoom ?? 1.14)];
    case 'pan-right': return [view([x - 26, y], zoom ?? 1.14), view([x + 26, y], zoom ?? 1.14)];
    case 'still': return [view(focus, zoom ?? 1.08), view(focus, zoom ?? 1.08)];
    default: throw new Error(`unknown move «${move}»`);
  }
}

// ---- layers that the storyboard adds to a picture -----------------------------------------------------------------

const LAYERS = { breath, sparks };

function layersOf({ scene, start, end }, time) {
  const between = {};
  for (const layer of scene.layers ?? []) {
    const draw = LAYERS[layer.kind];
    if (!draw) throw new Error(`unknown layer «${layer.kind}»`);
    const place = layer.after ?? 'top';
    between[place] = (between[place] ?? '') + draw(layer, time - start, end - start);
  }
  return between;
}

/** The breathing circle: it grows on the way in, rests, and shrinks on the way out. */
function breath({ phase, at: [x, y] = [465, 198], radius: [small, large] = [54, 134], fill = '#FFFFFF', ring = '#3B1F4B', core = '#C9B6F2' }, time, length) {
  const share = easeInOut(time / length);
  const size = { in: small + (large - small) * share, hold: large + 2 * Math.sin((time * Math.PI * 2) / 2), out: large - (large - small) * share, rest: small + 4 * Math.sin(time * 1.5) }[phase];
  if (size === undefined) throw new Error(`unknown breath «${phase}»`);
  return `<circle cx="${x}" cy="${y}" r="${large + 12}" stroke="${ring}" stroke-width="4" stroke-dasharray="1 17" opacity=".55"/>`
    + `<circle cx="${x}" cy="${y}" r="${fix(size)}" fill="${core}" opacity=".75"/>`
    + `<circle cx="${x}" cy="${y}" r="${fix(size * 0.8)}" fill="${fill}" opacity=".8"/>`
    + (phase === 'hold' ? `<path d="M${x - 15} ${y - 26}v52m30-52v52" stroke="${ring}" stroke-width="9"/>` : '');
}

/** A few small sparks that rise slowly, each at its own pace. */
function sparks({ colours = ['#FFC247', '#FF6B57', '#FFF4E3'], count = 7 }, time) {
  return Array.from({ length: count }, (_, index) => {
    const life = (time * (0.11 + (index % 3) * 0.025) + index * 0.37) % 1;
    const edge = 50 + ((index * 67) % 120); // along the sides, clear of the faces
    const x = (index % 2 ? 640 - edge : edge) + 10 * Math.sin(time * 0.9 + index);
    const size = (0.45 + (index % 3) * 0.18) * Math.sin(Math.PI * life);
    const colour = colours[index % colours.length];
    return `<path transform="translate(${fix(x)} ${fix(360 - 330 * life)}) scale(${fix(Math.max(0.01, size))}) rotate(${fix(12 * Math.sin(time + index))})" d="M0-22q4 18 18 22-14 4-18 22-4-18-18-22 14-4 18-22Z" fill="${colour}"/>`;
  }).join('');
}
