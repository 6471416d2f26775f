// Captions: from the storyboard's lines to WebVTT, with the reading rules that every film must keep.

export const RULES = { charactersPerSecond: 17, lines: 2, lineLength: 37, shortest: 1.5, gap: 0.08 };

const MARGIN = 0.06; // cut from each end of a caption's slot, so that two captions never touch

/** The cues of one language: each scene shares its seconds among its captions. */
export function cuesOf(scenes, language) {
  const cues = [];
  let start = 0;
  for (const scene of scenes) {
    const whole = scene.caption.reduce((sum, line) => sum + (line.share ?? 1), 0);
    let at = start;
    for (const line of scene.caption) {
      const length = (scene.seconds * (line.share ?? 1)) / whole;
      cues.push({ from: round(at + MARGIN), to: round(at + length - MARGIN), lines: wrap(line[language]) });
      at += length;
    }
    start += scene.seconds;
  }
  return cues;
}

/** Everything that breaks a rule, as sentences. */
export function faultsOf(cues) {
  const faults = [];
  cues.forEach((cue, index) => {
    const text = cue.lines.join(' ');
    const seconds = cue.to - cue.from;
    const say = (what) => faults.push(`caption ${index + 1} («${text}»): ${what}`);
    if (cue.lines.length > RULES.lines) say(`${cue.lines.length} lines`);
    for (const line of cue.lines) if (line.length > RULES.lineLength) say(`a line of ${line.length} characters`);
    if (seconds < RULES.shortest) say(`only ${seconds.toFixed(2)} s`);
    if (text.length / seconds > RULES.charactersPerSecond) say(`${(text.length / seconds).toFixed(1)} characters a second`);
    if (index > 0 && cue.from - cues[index - 1].to < RULES.gap - 1e-9) say('too close to the one before');
  });
  return faults;
}

export function toVtt(cues) {
  const blocks = cues.map((cue, index) => `${index + 1}\n${clock(cue.from)} --> ${clock(cue.to)}\n${cue.lines.map(escape).join('\n')}`);
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`;
}

/** The rules again, on a finished file: what is published is what was checked. */
export function parseVtt(text) {
  if (!text.startsWith('WEBVTT')) throw new Error('not a WebVTT file');
  return text.trim().split('\n\n').slice(1).map((block) => {
    const [, timing, ...lines] = block.split('\n');
    const [from, to] = timing.split(' --> ').map((value) => value.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
    return { from, to, lines: lines.map((line) => line.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) };
  });
}

/** One line when it fits, else two that are as even as can be; a sentence end is the best place to break. */
function wrap(text) {
  if (text.length <= RULES.lineLength) return [text];
  const words = text.split(' ');
  const breaks = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  const cost = ([first, second]) =>
    Math.abs(first.length - second.length) + (Math.max(first.length, second.length) > RULES.lineLength ? 1000 : 0) - (/[.!?:,]$/.test(first) ? 14 : 0);
  return breaks.reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best));
}

const round = (seconds) => Math.round(seconds * 1000) / 1000;
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function clock(seconds) {
  const whole = Math.floor(seconds);
  const two = (number) => String(number).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${String(Math.round((seconds - whole) * 1000)).padStart(3, '0')}`;
}
