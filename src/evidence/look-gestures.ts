import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {
  heldIn,
  movedBy,
  nextZoom,
  placeAt,
  wholePicture,
  zoomedAt,
  type Look,
  type Measured,
} from './look.js';

interface LookedAt {
  /** The window with the picture in it, once it is drawn. */
  readonly window: HTMLElement | null;
  readonly picture: HTMLElement | null;
  readonly look: Look;
}

interface Answers {
  readonly look: (look: Look) => void;
  /** A place on the picture was pressed, in fractions from its top left corner. */
  readonly place: (place: {readonly x: number; readonly y: number}) => void;
}

/** Pixels that a pressed pointer may shake before it drags. */
const shake = 4;
/** How much closer a double click looks. */
const closer = 3;
/** The part of the window by which an arrow key moves the picture. */
const stride = 0.15;

const arrows: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What the pointer, the wheel and the keys do to a picture in its window. The page's own scrolling moves nothing here. */
export class LookGestures implements ReactiveController {
  private readonly subject: () => LookedAt;
  private readonly answers: Answers;
  private drag: {readonly id: number; x: number; y: number; moved: boolean} | undefined;
  private dragged = false;

  constructor(host: ReactiveControllerHost, subject: () => LookedAt, answers: Answers) {
    this.subject = subject;
    this.answers = answers;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drag = undefined;
  }

  /** Nothing before the picture is drawn, or while it is not on the screen. */
  get measured(): Measured | undefined {
    const {window, picture, look} = this.subject();
    if (!window || !picture || window.clientWidth === 0 || picture.offsetWidth === 0) return undefined;
    const {offsetWidth, offsetHeight} = picture;
    return {
      window: {width: window.clientWidth, height: window.clientHeight},
      picture:
        look.turns % 2 === 0
          ? {width: offsetWidth, height: offsetHeight}
          : {width: offsetHeight, height: offsetWidth},
    };
  }

  readonly onWheel = (event: WheelEvent): void => {
    const {measured} = this;
    // Without the key the page scrolls, as everywhere else on it.
    if (!event.ctrlKey || !measured) return;
    event.preventDefault();
    const {look} = this.subject();
    const lines = event.deltaMode === 0 ? event.deltaY / 100 : Math.sign(event.deltaY);
    this.change(zoomedAt(look, Math.max(1, look.zoom * 1.25 ** -lines), this.at(event), measured));
  };

  readonly onDoubleClick = (event: MouseEvent): void => {
    const {measured} = this;
    if (!measured) return;
    const {look} = this.subject();
    this.change(
      look.zoom > 1
        ? {...wholePicture, turns: look.turns}
        : zoomedAt(look, look.zoom * closer, this.at(event), measured),
    );
  };

  readonly onDown = (event: PointerEvent): void => {
    this.dragged = false;
    if (event.button !== 0 || this.drag || !this.canMove) return;
    this.drag = {id: event.pointerId, x: event.clientX, y: event.clientY, moved: false};
  };

  readonly onMove = (event: PointerEvent): void => {
    const {drag, measured} = this;
    if (!drag || drag.id !== event.pointerId || !measured) return;
    const [right, down] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(right, down) < shake) return;
    if (!drag.moved) this.subject().window?.setPointerCapture(event.pointerId);
    drag.moved = true;
    drag.x = event.clientX;
    drag.y = event.clientY;
    this.change(movedBy(this.held(measured), right, down, measured));
  };

  readonly onUp = (event: PointerEvent): void => {
    if (this.drag?.id !== event.pointerId) return;
    this.dragged = this.drag.moved;
    this.drag = undefined;
  };

  readonly onClick = (event: MouseEvent): void => {
    const {measured} = this;
    // A click also ends a drag, which turns to nothing.
    if (!measured || this.dragged) return;
    const place = placeAt(this.held(measured), this.at(event), measured);
    if (place) this.answers.place(place);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const {measured} = this;
    if (!measured || event.ctrlKey || event.altKey || event.metaKey) return;
    const look = this.held(measured);
    const next = this.lookAfter(event.key, look, measured);
    if (!next) return;
    event.preventDefault();
    this.change(next);
  };

  private lookAfter(key: string, look: Look, measured: Measured): Look | undefined {
    const middle = {x: 0, y: 0};
    if (key === '+' || key === '=')
      return zoomedAt(look, nextZoom(look.zoom, 1) ?? look.zoom, middle, measured);
    if (key === '-') return zoomedAt(look, nextZoom(look.zoom, -1) ?? look.zoom, middle, measured);
    if (key === '0') return {...wholePicture, turns: look.turns};
    const [right, down] = (Object.hasOwn(arrows, key) && this.canMove && arrows[key]) || [];
    if (right === undefined || down === undefined) return undefined;
    const {width, height} = measured.window;
    return movedBy(look, right * width * stride, down * height * stride, measured);
  }

  private get canMove(): boolean {
    return this.subject().look.zoom > 1;
  }

  private held(measured: Measured): Look {
    return heldIn(this.subject().look, measured);
  }

  /** Pixels from the middle of the window. */
  private at({clientX, clientY}: MouseEvent): {x: number; y: number} {
    const box = this.subject().window?.getBoundingClientRect() ?? new DOMRect();
    return {x: clientX - (box.left + box.width / 2), y: clientY - (box.top + box.height / 2)};
  }

  private change(look: Look): void {
    this.answers.look(look);
  }
}
