import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {systemClock, type Clock} from '../../api/clock.js';

/** What a list is narrowed by. Empty text lets everything through. */
export interface Filters {
  readonly q: string;
  /** Days as `YYYY-MM-DD`; both are included. */
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly direction: string;
}
export type FilterName = keyof Filters;

export const noFilters: Filters = {q: '', from: '', to: '', status: '', direction: ''};

/** Milliseconds without a key press after which the typed text is asked for. */
const pause = 250;

/** A year that is still being typed reads as the year 2 or 20; such a day is not asked for. */
const isWholeDay = (day: string): boolean => day === '' || /^[1-9]\d{3}-\d{2}-\d{2}$/u.test(day);

/** The filters above a list: what stands in the fields, and, a moment later, what is asked for. */
export class ListFilters implements ReactiveController {
  /** What the list is narrowed by now. */
  asked: Filters = noFilters;
  /** What stands in the fields. */
  entered: Filters = noFilters;
  private readonly host: ReactiveControllerHost;
  private readonly onAsk: () => void;
  private readonly clock: Clock;
  private cancelPause: (() => void) | undefined;

  /** @param onAsk Called when the list is about to be another one. */
  constructor(host: ReactiveControllerHost, onAsk: () => void, clock: Clock = systemClock) {
    this.host = host;
    this.onAsk = onAsk;
    this.clock = clock;
    host.addController(this);
  }

  /** Anything is left out. */
  get isNarrowed(): boolean {
    return Object.values(this.asked).some((value) => value !== '');
  }

  /** Nothing stands in a field, nor did it until a moment ago: what is shown is not narrowed by anything. */
  get isUnused(): boolean {
    return !this.isFilled && !this.isNarrowed;
  }

  /** Something stands in a field. */
  get isFilled(): boolean {
    return Object.values(this.entered).some((value) => value !== '');
  }

  /** Both ends are given, the wrong way round. Such a range is not asked for. */
  get isBackwards(): boolean {
    const {from, to} = this.entered;
    return from !== '' && to !== '' && from > to;
  }

  /** The reviewer types; what is typed is asked for after a short pause. */
  type(name: FilterName, value: string): void {
    this.enter(name, value);
    this.cancelPause = this.clock.after(pause, () => this.ask());
  }

  /** The reviewer chose, which needs no pause. */
  choose(name: FilterName, value: string): void {
    this.enter(name, value);
    this.ask();
  }

  /** Asks for what stands in the fields now. */
  ask(): void {
    this.cancelPause?.();
    this.cancelPause = undefined;
    const {entered} = this;
    if (this.isBackwards || !isWholeDay(entered.from) || !isWholeDay(entered.to)) return;
    this.asked = entered;
    this.onAsk();
    this.host.requestUpdate();
  }

  clear(): void {
    this.entered = noFilters;
    this.ask();
  }

  hostConnected(): void {
    // Moved on the page in the middle of a pause.
    if (this.entered !== this.asked) this.ask();
  }

  hostDisconnected(): void {
    this.cancelPause?.();
    this.cancelPause = undefined;
  }

  private enter(name: FilterName, value: string): void {
    this.cancelPause?.();
    this.entered = {...this.entered, [name]: value};
    this.host.requestUpdate();
  }
}
