import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import {aCustomer, aVideoCall} from '../../../demo/server/world/builders.js';
import type {VideoCallsSection} from '../../../src/customer-profile/sections/video-calls-section.js';
import {callStatuses, type CallStatus} from '../../../src/domain/video-call.js';
import {conversationWav} from '../../../demo/server/world/wav.js';
import type {ReviewErrorEvent} from '../../../src/session/review-events.js';
import {
  allOf,
  buttonNamed,
  fileOf,
  inWorld,
  isAccessible,
  json,
  leave,
  listOf,
  mount,
  oneAfterTheOther,
  oneOf,
  refusal,
  shows,
  silence,
  textOf,
  type MountOptions,
  type Mounted,
} from '../../support/harness.js';
import {waitUntil} from '../../support/until.js';

const path = 'customers/customer-1/video-calls';
const recording = 'video-calls/call-1/recording';
const wav = fileOf(conversationWav('a call', 1) as Uint8Array<ArrayBuffer>, 'audio/wav');
const customer = aCustomer();
const missed = aVideoCall({
  id: 'call-2',
  status: 'MISSED',
  started_at: '2026-11-10T15:02:00Z',
  ended_at: '2026-11-10T15:02:40Z',
  agent: null,
  recording: null,
  checklist: [],
});

const show = (
  answers: Parameters<typeof mount>[0],
  options: MountOptions = {},
): Promise<Mounted<VideoCallsSection>> =>
  mount(
    answers,
    () => html`<kyc-video-calls-section .customer=${customer}></kyc-video-calls-section>`,
    options,
  );

const rowsOf = (root: Node): readonly string[] => allOf(root, 'tbody tr').map(textOf);

describe('<kyc-video-calls-section>', () => {
  describe('ready', () => {
    it('is a region named by its heading', async () => {
      const {part} = await show(inWorld());
      const heading = oneOf(part, 'h1, h2, h3, h4, h5, h6');
      expect(heading.textContent).to.equal('Video Calls');
      expect(oneOf(part, 'section').getAttribute('aria-labelledby')).to.equal(heading.id);
    });

    it('lists each call with time, length, agent, status, checklist and recording', async () => {
      const {part} = await show({[path]: listOf(aVideoCall(), missed)});
      await shows(part, 'Zeynep');
      const [first, second] = rowsOf(part);
      expect(first).to.match(/^Nov 12, 2026, \d\d:30 11 min Zeynep Çağlar Complete /u);
      expect(first).to.match(
        / Shows the document : Done Reads the code aloud : Done Turns the head : Not known Play$/u,
      );
      expect(second).to.match(/40 sec – not given Missed – not given No file$/u);
      expect(textOf(part)).to.include('Complete says that the call ended, not how it was judged.');
    });

    const words: Readonly<Record<CallStatus, string>> = {
      WAITING: 'Waiting',
      MISSED: 'Missed',
      TALKING: 'Talking',
      COMPLETE: 'Complete',
      INCOMPLETE: 'Incomplete',
      ESCALATED: 'Escalated',
      BAD_QUALITY: 'Bad quality',
      DISCONNECTED: 'Disconnected',
      APPROVED: 'Approved',
      REJECTED: 'Rejected',
      CONNECTION_ERROR: 'Connection error',
      SUSPICIOUS: 'Suspicious',
    };
    it('says every status in words, by name and by number, and keeps one that nobody knows', async () => {
      const all = [...callStatuses, ...callStatuses.keys(), 'PARKED'];
      const {part} = await show({
        [path]: listOf(...all.map((status, at) => ({id: `call-${at}`, version: 1, status}))),
      });
      await shows(part, 'PARKED');
      const said = allOf(part, 'tbody .status').map(textOf);
      const names = callStatuses.map((status) => words[status]);
      expect(said).to.deep.equal([...names, ...names, 'PARKED']);
    });

    it('CT-03 leaves out a call that cannot be read, and says so', async () => {
      const {part} = await show({[path]: listOf(aVideoCall(), {id: 'broken'})});
      await shows(part, '1 row could not be read and is left out.');
      expect(rowsOf(part)).to.have.lengthOf(1);
    });
  });

  describe('the recording', () => {
    it('is asked for when the reviewer presses Play, and not before', async () => {
      const {part, requests} = await show({[path]: listOf(aVideoCall()), [recording]: wav});
      await shows(part, 'Zeynep');
      expect(requests).to.deep.equal([`GET ${path}`]);
      buttonNamed(part, playName(part)).click();
      await waitUntil(() => allOf(part, 'audio').length === 1);
      const audio = oneOf<HTMLAudioElement>(part, 'audio');
      expect(audio.src).to.match(/^blob:/);
      expect(audio.controls).to.equal(true);
      expect(audio.getAttribute('aria-label')).to.match(/^Recording of Nov 12, 2026/u);
      expect(requests).to.deep.equal([`GET ${path}`, `GET ${recording}`]);
    });

    it('plays at the speed that was chosen, from a half to twice', async () => {
      const {part} = await show({[path]: listOf(aVideoCall()), [recording]: wav});
      await shows(part, 'Zeynep');
      const speed = oneOf<HTMLSelectElement>(part, 'select');
      expect([...speed.options].map(({value}) => Number(value))).to.deep.equal([0.5, 0.75, 1, 1.25, 1.5, 2]);
      speed.value = '1.5';
      speed.dispatchEvent(new Event('change', {bubbles: true}));
      buttonNamed(part, playName(part)).click();
      await waitUntil(() => allOf<HTMLAudioElement>(part, 'audio')[0]?.playbackRate === 1.5);
    });

    it('can be reached and started by keyboard alone', async () => {
      const {part} = await show({[path]: listOf(aVideoCall()), [recording]: wav});
      await shows(part, 'Zeynep');
      const button = buttonNamed(part, playName(part));
      for (let stop = 0; stop < 6 && part.shadowRoot?.activeElement !== button; stop++) {
        await sendKeys({press: 'Tab'});
      }
      expect(part.shadowRoot?.activeElement).to.equal(button);
      await sendKeys({press: 'Enter'});
      await waitUntil(() => allOf(part, 'audio').length === 1);
    });

    it('goes on playing when the list is refreshed', async () => {
      let round = 0;
      const {stage, part, requests} = await show({
        [path]: () => json(listOf(aVideoCall({version: ++round, agent: {id: 'a', name: `Agent ${round}`}}))),
        [recording]: wav,
      });
      await shows(part, 'Agent 1');
      buttonNamed(part, playName(part)).click();
      await waitUntil(() => allOf(part, 'audio').length === 1);
      const audio = oneOf<HTMLAudioElement>(part, 'audio');
      const {src} = audio;
      await stage.refresh();
      await shows(part, 'Agent 2');
      expect(oneOf(part, 'audio')).to.equal(audio);
      expect(audio.src).to.equal(src);
      expect(requests.filter((each) => each.endsWith(recording))).to.have.lengthOf(1);
    });

    it('of another call takes the place of the one before', async () => {
      const other = aVideoCall({id: 'call-3', started_at: '2026-11-01T08:30:00Z'});
      const {part, requests} = await show({
        [path]: listOf(aVideoCall(), other),
        [recording]: wav,
        'video-calls/call-3/recording': wav,
      });
      await shows(part, 'Zeynep');
      const buttons = allOf<HTMLButtonElement>(part, 'tbody button');
      buttons[0]?.click();
      await waitUntil(() => allOf(part, 'audio').length === 1);
      const {src} = oneOf<HTMLAudioElement>(part, 'audio');
      buttons[1]?.click();
      await waitUntil(() => allOf<HTMLAudioElement>(part, 'audio').some((audio) => audio.src !== src));
      expect(requests.at(-1)).to.equal('GET video-calls/call-3/recording');
    });

    for (const url of ['https://elsewhere.example/call.webm', '../../call.webm', 'blob:null/1']) {
      it(`is no file, and never asked for, outside the API: ${url}`, async () => {
        const {part, requests} = await show({
          [path]: listOf(aVideoCall({recording: {url, media_type: 'video/webm'}})),
        });
        await shows(part, 'No file');
        expect(allOf(part, 'tbody button, kyc-call-player')).to.have.lengthOf(0);
        expect(requests).to.deep.equal([`GET ${path}`]);
      });
    }

    it('that could not be loaded can be tried again', async () => {
      const {stage, part} = await show({
        [path]: listOf(aVideoCall()),
        [recording]: oneAfterTheOther(refusal(500), wav),
      });
      await shows(part, 'Zeynep');
      buttonNamed(part, playName(part)).click();
      await shows(part, 'The file could not be loaded');
      await isAccessible(stage);
      buttonNamed(part, 'Try again').click();
      await waitUntil(() => allOf(part, 'audio').length === 1);
    });

    it('of a kind that is not played is named so', async () => {
      const {part} = await show({[path]: listOf(aVideoCall()), [recording]: fileOf('<p>', 'text/html')});
      await shows(part, 'Zeynep');
      buttonNamed(part, playName(part)).click();
      await shows(part, 'This kind of file is not shown here');
      expect(allOf(part, 'audio, video')).to.have.lengthOf(0);
    });

    it('XS-08 gives its blob back when the section leaves', async () => {
      const revoked: string[] = [];
      const {revokeObjectURL} = URL;
      URL.revokeObjectURL = (url) => {
        revoked.push(url);
        revokeObjectURL.call(URL, url);
      };
      try {
        const {part} = await show({[path]: listOf(aVideoCall()), [recording]: wav});
        await shows(part, 'Zeynep');
        buttonNamed(part, playName(part)).click();
        await waitUntil(() => allOf(part, 'audio').length === 1);
        const {src} = oneOf<HTMLAudioElement>(part, 'audio');
        leave();
        // A section that is only moved comes back within two seconds, so its file stays that long.
        await waitUntil(() => revoked.includes(src));
      } finally {
        URL.revokeObjectURL = revokeObjectURL;
      }
    });
  });

  it('asks for the next page when told to, and keeps the focus on the button', async () => {
    const page = (id: string, next: string | null) => ({
      items: [aVideoCall({id})],
      next_cursor: next,
      total: 3,
    });
    const {part, requests} = await show({
      [path]: page('call-1', 'a'),
      [`${path}?cursor=a`]: page('call-2', 'b'),
      [`${path}?cursor=b`]: page('call-3', null),
    });
    await shows(part, 'Load more');
    const button = buttonNamed(part, 'Load more : Video Calls');
    button.focus();
    button.click();
    await waitUntil(() => rowsOf(part).length === 2);
    expect(part.shadowRoot?.activeElement).to.equal(button);
    expect(requests).to.include(`GET ${path}?cursor=a`);
    button.click();
    await waitUntil(() => rowsOf(part).length === 3);
    expect(allOf(part, 'button').map(textOf)).not.to.include('Load more : Video Calls');
  });

  it('says that there are none', async () => {
    const {stage, part} = await show(inWorld({videoCalls: []}));
    await shows(part, 'No video calls');
    await isAccessible(stage);
  });

  it('shows bones while it loads', async () => {
    const {stage, part} = await show({[path]: silence});
    await shows(part, 'Loading Video Calls');
    expect(oneOf(part, '[aria-busy="true"]')).to.be.an.instanceof(HTMLElement);
    await isAccessible(stage);
  });

  it('says that loading failed, and loads when tried again', async () => {
    const {stage, part} = await show({[path]: oneAfterTheOther(refusal(500), listOf(aVideoCall()))});
    await shows(part, 'Video Calls could not be loaded');
    expect(textOf(part)).to.include('req-7f31');
    await isAccessible(stage);
    buttonNamed(part, 'Try again: Video Calls').click();
    await shows(part, 'Zeynep Çağlar');
  });

  it('AU-20 says that there is no access, tells the host, and offers nothing to try', async () => {
    const errors: ReviewErrorEvent[] = [];
    const onError = (event: Event) => errors.push(event as ReviewErrorEvent);
    document.addEventListener('review-error', onError);
    try {
      const {stage, part} = await show({[path]: refusal(403, 'forbidden')});
      await shows(part, 'You have no access to Video Calls');
      expect(allOf(part, 'button')).to.have.lengthOf(0);
      expect(errors.map(({kind, status, part: id}) => [kind, status, id])).to.deep.equal([
        ['forbidden', 403, 'video-calls'],
      ]);
      await isAccessible(stage);
    } finally {
      document.removeEventListener('review-error', onError);
    }
  });

  it('keeps what was shown when a refresh fails, with its time', async () => {
    const {stage, part} = await show({
      [path]: oneAfterTheOther(listOf(aVideoCall()), refusal(500), listOf(missed)),
    });
    await shows(part, 'Zeynep');
    await stage.refresh();
    await shows(part, 'Shown as of');
    expect(textOf(part)).to.include('Zeynep');
    await isAccessible(stage);
    buttonNamed(part, 'Refresh: Video Calls').click();
    await shows(part, 'Missed');
    expect(textOf(part)).not.to.include('Shown as of');
  });

  it('takes away at once what the server refuses on a refresh', async () => {
    const {stage, part} = await show({
      [path]: oneAfterTheOther(listOf(aVideoCall()), refusal(403, 'forbidden')),
    });
    await shows(part, 'Zeynep');
    await stage.refresh();
    await shows(part, 'You have no access to Video Calls');
    expect(textOf(part)).not.to.include('Zeynep');
  });

  it('keeps the last line of a checklist within its row', async () => {
    const {part} = await show(inWorld());
    await waitUntil(() => allOf(part, 'tbody li').length > 0);
    const over = allOf(part, 'tbody tr').flatMap((row) =>
      allOf(row, 'li').map(
        (line) => line.getBoundingClientRect().bottom - row.getBoundingClientRect().bottom,
      ),
    );
    expect(Math.max(...over)).to.be.at.most(0);
  });

  it('breaks no word of a status while the table can scroll', async () => {
    const {part, stage} = await show(inWorld());
    await waitUntil(() => allOf(part, 'tbody .status .mark').length > 0);
    stage.removeAttribute('data-width');
    for (const width of [700, 800, 1000, 1100]) {
      stage.style.setProperty('inline-size', `${width}px`);
      const lines = allOf(part, 'thead th, tbody .status .mark > span').map((each) => {
        const range = document.createRange();
        range.selectNodeContents(each);
        return `${textOf(each)} ${new Set([...range.getClientRects()].map(({top}) => top)).size}`;
      });
      const words = allOf(part, 'thead th, tbody .status .mark > span').map((each) => `${textOf(each)} 1`);
      expect(lines, `${width} px`).to.deep.equal(words);
    }
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 700, 1280] as const) {
      it(`is accessible and never scrolls sideways: ${theme}, ${width} px`, async () => {
        const {stage, part} = await show(
          {[path]: listOf(aVideoCall(), missed), [recording]: wav},
          {theme, width},
        );
        await shows(part, 'Zeynep');
        await isAccessible(stage);
        buttonNamed(part, playName(part)).click();
        await waitUntil(() => allOf(part, 'audio').length === 1);
        await isAccessible(stage);
        expect(stage.scrollWidth).to.be.at.most(width);
      });
    }
  }

  it('speaks Arabic from right to left', async () => {
    const {stage, part} = await show(inWorld(), {locale: 'ar', width: 360});
    await shows(part, 'Zeynep');
    expect(textOf(part)).to.include('مكالمات الفيديو');
    expect(getComputedStyle(oneOf(part, 'table')).direction).to.equal('rtl');
    await isAccessible(stage);
  });
});

/** The name of the Play button in the first recorded row; its time is the reader's own. */
function playName(root: Node): string {
  return oneOf(root, 'tbody button').getAttribute('aria-label') ?? '';
}
