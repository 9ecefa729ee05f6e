import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Resvg} from '@resvg/resvg-js';
import {idNumberOf} from '../../demo/server/world/customers.js';
import {bearerOf} from '../../demo/server/world/paper.js';
import {fontFiles} from '../../demo/server/world/fonts.js';
import {heroId, makeWorld} from '../../demo/server/world/make-world.js';
import {checkDigit} from '../../demo/server/world/mrz.js';
import {people, type Somebody} from '../../demo/server/world/people.js';
import {pngSize} from '../../demo/server/world/png.js';
import {cardPng} from '../../demo/server/world/small-world.js';
import {
  identityBack,
  identityFront,
  licenceFront,
  passportPage,
  utilityBill,
  type Specimen,
} from '../../demo/server/world/specimen.js';

const bearers = people
  .filter(({key}) => key !== 'nobody')
  .map((person) => [person, bearerOf(person, idNumberOf(person))] as const);

/** The machine-readable lines of a drawing. */
const zone = (specimen: Specimen): readonly string[] =>
  [...specimen.svg().matchAll(/<text[^>]*font-family="DejaVu Sans Mono">([^<]*)<\/text>/g)].map(
    ([, line = '']) => line.replaceAll('&lt;', '<'),
  );

const holds = (text: string, from: number, length: number): boolean =>
  checkDigit(text.slice(from, from + length)) === text.charAt(from + length);

describe('specimen documents', () => {
  it('carry machine-readable zones with valid check digits, whoever bears them', () => {
    for (const [{key}, bearer] of bearers) {
      const [one = '', two = '', three = ''] = zone(identityBack(bearer));
      assert.deepEqual([one.length, two.length, three.length], [30, 30, 30], key);
      assert.ok(holds(one, 5, 9) && holds(two, 0, 6) && holds(two, 8, 6), key);
      assert.equal(
        checkDigit(one.slice(5) + two.slice(0, 7) + two.slice(8, 15) + two.slice(18, 29)),
        two.charAt(29),
        key,
      );

      const [first = '', second = ''] = zone(passportPage(bearer));
      assert.deepEqual([first.length, second.length], [44, 44], key);
      assert.ok(holds(second, 0, 9) && holds(second, 13, 6) && holds(second, 21, 6), key);
      assert.equal(
        checkDigit(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43)),
        second.charAt(43),
        key,
      );
    }
  });

  /** Every text of a drawing that is a field, drawn alone, with the box that it takes. */
  function inkOf(
    specimen: Specimen,
  ): {readonly key: string; readonly text: string; readonly ink: number[]; readonly box: number[]}[] {
    const {width, height, framed} = specimen;
    const texts = specimen.svg().match(/<text[^]*?<\/text>/g) ?? [];
    const plain = (markup: string): string =>
      markup
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    return framed.map(({key, text, box}) => {
      const markup = texts.filter((each) => plain(each) === text);
      const mine = markup.find((each) => {
        const y = Number(/ y="([\d.]+)"/.exec(each)?.[1]) / height;
        return y > box.y && y < box.y + box.height;
      });
      assert.ok(mine, `${key}: ${text}`);
      const alone = new Resvg(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${mine}</svg>`,
        {
          font: {loadSystemFonts: false, fontFiles: [...fontFiles]},
        },
      ).getBBox();
      assert.ok(alone, `${key}: ${text} draws nothing`);
      return {
        key,
        text,
        ink: [alone.x, alone.y, alone.x + alone.width, alone.y + alone.height],
        box: [box.x * width, box.y * height, (box.x + box.width) * width, (box.y + box.height) * height],
      };
    });
  }

  const drawings: readonly (readonly [string, (person: Somebody) => Specimen])[] = [
    ['identity card, front', (person) => identityFront(bearerOf(person, idNumberOf(person)))],
    ['identity card, back', (person) => identityBack(bearerOf(person, idNumberOf(person)))],
    ['passport', (person) => passportPage(bearerOf(person, idNumberOf(person)))],
    ['driving licence', (person) => licenceFront(bearerOf(person, idNumberOf(person)))],
    ['utility bill', (person) => utilityBill(bearerOf(person, idNumberOf(person)), '2026-10-06')],
  ];
  for (const [name, draw] of drawings) {
    it(`frame their fields: ${name}`, () => {
      for (const [person] of bearers) {
        for (const {key, text, ink, box} of inkOf(draw(person))) {
          const [left = 0, top = 0, right = 0, bottom = 0] = ink;
          const [boxLeft = 0, boxTop = 0, boxRight = 0, boxBottom = 0] = box;
          const says = `${person.key} ${key} ${text}: ${ink.map(Math.round).join()} in ${box.map(Math.round).join()}`;
          assert.ok(
            left >= boxLeft - 1 && top >= boxTop - 2 && right <= boxRight + 1 && bottom <= boxBottom + 2,
            says,
          );
          assert.ok(right - left > (boxRight - boxLeft - 12) * 0.5, says);
        }
      }
    });
  }

  it('are drawn in the size that their records state, with the same bytes every time', async () => {
    const hero = makeWorld().customers.find(({customer}) => customer.id === heroId);
    const stated = new Map(
      (hero?.documents ?? []).flatMap(({files}) => files).map((file) => [file.url, file]),
    );
    let checked = 0;
    for (const {path, media_type, bytes} of hero?.files ?? []) {
      if (media_type !== 'image/png') continue;
      const drawn = await bytes();
      const size = pngSize(drawn);
      assert.ok(size, path);
      const file = stated.get(path);
      if (file) assert.deepEqual([size.width, size.height], [file.width, file.height]);
      if (checked++ < 3) assert.deepEqual(await bytes(), drawn);
    }
    assert.ok(checked > 5);
  });

  it('are painted without a library for the small world', () => {
    assert.deepEqual(pngSize(cardPng('any')), {width: 428, height: 270});
    assert.equal(cardPng('any').length, 115_936);
    assert.notDeepEqual(cardPng('any'), cardPng('other'));
  });
});
