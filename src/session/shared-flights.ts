import {abortable} from '../api/deadline.js';

interface Flight {
  readonly answer: Promise<unknown>;
  readonly stop: AbortController;
  passengers: number;
}

/**
 * What several elements ask for at the same time is asked once. Each of them may give up without the others noticing; the
 * last one to go ends the request.
 */
export class SharedFlights {
  private readonly flights = new Map<string, Flight>();

  /** Waits for the request of this name that is under way, else starts it. */
  async join<T>(name: string, start: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const flight = this.flights.get(name) ?? this.launch(name, start);
    flight.passengers++;
    try {
      return (await abortable(flight.answer, signal)) as T;
    } finally {
      flight.passengers--;
      if (flight.passengers === 0) this.land(name, flight);
    }
  }

  /** Whoever asks from now on wants to know what has happened by now, which a request under way may not. */
  forgetAll(): void {
    this.flights.clear();
  }

  private launch(name: string, start: (signal: AbortSignal) => Promise<unknown>): Flight {
    const stop = new AbortController();
    const answer = start(stop.signal);
    const flight: Flight = {answer, stop, passengers: 0};
    this.flights.set(name, flight);
    const done = () => this.land(name, flight);
    answer.then(done, done);
    return flight;
  }

  private land(name: string, flight: Flight): void {
    flight.stop.abort();
    if (this.flights.get(name) === flight) this.flights.delete(name);
  }
}
