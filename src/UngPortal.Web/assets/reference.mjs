// Scalar, which draws the reference of the open interface, as the one file that its package is for. The 298 packages that it names are in that file already, so none of them
// is fetched. Pinned by its version and by what the archive's bytes add up to; 1.46.4 is the last one for Node 20.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const name = '@scalar/api-reference';
const version = '1.46.4';
const sum = '12909c386d79472f0328db3f7f901d440f7bb350799063de93300da672b48f5229c94e126ff99f7727c1d34582faf528ee17dce011514a49223dae5248cedf9e';
const file = 'package/dist/browser/standalone.js';
const folder = 'node_modules/.reference';
const archive = `${folder}/scalar-api-reference-${version}.tgz`;

export function copyReference(target) {
  if (!existsSync(archive)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['pack', `${name}@${version}`, '--pack-destination', folder, '--silent'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  }

  const packed = readFileSync(archive);
  if (createHash('sha512').update(packed).digest('hex') !== sum) {
    rmSync(archive);
    throw new Error(`${name} ${version} is not what it was when it was chosen.`);
  }

  writeFileSync(target, Buffer.concat([Buffer.from(`/*! ${name} ${version}, MIT licence, https://github.com/scalar/scalar */\n`), unpacked(gunzipSync(packed))]));
}

// A tar is blocks of 512 bytes: one with the name and the length in octal, then the file.
function unpacked(tar) {
  for (let at = 0; at < tar.length;) {
    const length = parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (tar.toString('latin1', at, at + 100).split('\0')[0] === file) {
      return tar.subarray(at + 512, at + 512 + length);
    }

    at += 512 + 512 * Math.ceil(length / 512);
  }

  throw new Error(`${name} ${version} has no ${file}.`);
}
