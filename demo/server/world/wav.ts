import {Chance} from './chance.js';

const rate = 8000;

/**
 * A recording that plays: a mumbled conversation of two voices, eight bits, one channel. Nobody speaks in it.
 *
 * @param seconds How long it is.
 */
export function conversationWav(seed: string, seconds: number): Uint8Array {
  const chance = new Chance(seed);
  const samples = Math.round(seconds * rate);
  const bytes = new Uint8Array(44 + samples);
  const view = new DataView(bytes.buffer);
  const tag = (at: number, text: string): void => {
    for (let letter = 0; letter < text.length; letter++) view.setUint8(at + letter, text.charCodeAt(letter));
  };
  tag(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  tag(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  tag(36, 'data');
  view.setUint32(40, samples, true);

  let at = 0;
  let voice = 0;
  while (at < samples) {
    for (let syllables = chance.whole(3, 9); syllables > 0 && at < samples; syllables--) {
      const pitch = (voice === 0 ? 180 : 115) * (0.9 + chance.next() * 0.25);
      const length = Math.min(samples - at, Math.round(rate * (0.09 + chance.next() * 0.12)));
      for (let sample = 0; sample < length; sample++) {
        const phase = (2 * Math.PI * pitch * sample) / rate;
        const shape = Math.sin((Math.PI * sample) / length);
        const tone = Math.sin(phase) + 0.4 * Math.sin(2 * phase) + 0.2 * Math.sin(5 * phase);
        bytes[44 + at + sample] = Math.round(128 + 34 * shape * tone);
      }
      at += length;
    }
    const pause = Math.min(samples - at, Math.round(rate * (0.2 + chance.next() * 0.4)));
    bytes.fill(128, 44 + at, 44 + at + pause);
    at += pause;
    voice = 1 - voice;
  }
  return bytes;
}
