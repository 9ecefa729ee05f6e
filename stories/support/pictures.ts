import {cardPng} from '../../demo/server/world/small-world.js';
import type {Verification} from '../../src/domain/verification.js';
import {fileOf, type Reply} from './answering.js';

/** A picture for each of these addresses. */
export const picturesAt = (...urls: readonly string[]): Readonly<Record<string, Reply>> =>
  Object.fromEntries(urls.map((url) => [url, fileOf(new Uint8Array(cardPng('a card')).buffer, 'image/png')]));

/** A picture for each file of a verification. */
export const picturesOf = ({documents, biometric}: Verification): Readonly<Record<string, Reply>> =>
  picturesAt(
    ...[...documents.flatMap(({files}) => files), biometric?.selfie, biometric?.portrait].flatMap((file) =>
      file ? [file.url] : [],
    ),
  );
