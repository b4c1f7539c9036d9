// The machine that the commands of deploy/ work on: its programs, its service, the lock, and undoing after a failure.

import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, openSync } from 'node:fs';
import { constants as osConstants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A sentence for the operator, without its full stop. */
export interface Message {
  bn: string;
  en: string;
}

/** A reason for which a command ends; what the command did is undone. */
export class Failure extends Error {
  readonly reason: Message;
  /** The command that helps. */
  readonly type: string | undefined;
  constructor(bn: string, en: string, type?: string) {
    super(en);
    this.reason = { bn, en };
    this.type = type;
  }
}

/** A signal that arrived; its name gives the exit status. */
export class Interruption extends Failure {
  readonly status: number;
  constructor(signal: NodeJS.Signals) {
    super(`থামানো হয়েছে (${signal})`, `Interrupted (${signal})`);
    this.status = 128 + osConstants.signals[signal];
  }
}

/** A program that could not be started or ended with a failure. */
export class ProgramError extends Error {
  readonly stdout: string;
  readonly stderr: string;
  constructor(program: string, stdout: string, stderr: string) {
    super(`${program}: ${stderr.trim() || stdout.trim() || 'failed'}`);
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Ends the program after so many seconds; unlimited by default. */
  seconds?: number;
  /** Lets the program come to its end after a signal: for what takes no time, and would leave something half-done. */
  finishes?: boolean;
}

const NOTHING_CHANGED: Message = { bn: 'কিছু বদলায়নি', en: 'nothing has changed' };

/** Milliseconds that a program may take to end before it is killed. */
const KILL_AFTER_MS = 10_000;

const HEALTH_TIMEOUT_MS = 2000;

/** Ends a program and all that it started. */
function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

export class Machine {
  /** The folder with source, data, releases and the link to the current one. */
  readonly root: string;
  /** The address of the health check. */
  readonly #health: string;
  /** The number of health checks, every fifth of a second, before a program counts as silent. */
  readonly #patience: number;
  #interruption = new AbortController();
  #undos: (() => Promise<void> | void)[] = [];
  #ends: (() => void)[] = [];
  #outcome = NOTHING_CHANGED;

  constructor(env: NodeJS.ProcessEnv) {
    this.root = env.CHARTER_ROOT ?? '/srv/charter';
    this.#health = env.CHARTER_HEALTH ?? 'http://127.0.0.1:3000/healthz';
    this.#patience = Number(env.CHARTER_PATIENCE ?? 50);
  }

  path(...names: string[]): string {
    return join(this.root, ...names);
  }

  now(): Date {
    return new Date();
  }

  /** Makes whatever runs now, or comes next, fail with this reason; has no effect while the machine undoes. */
  interrupt(reason: Interruption): void {
    this.#interruption.abort(reason);
  }

  /** Throws if a signal has arrived. Every effect on the machine begins with this. */
  moment(_name: string): void {
    this.#interruption.signal.throwIfAborted();
  }

  /** Changes files at once. */
  change<T>(name: string, action: () => T): T {
    this.moment(name);
    return action();
  }

  /**
   * Runs a program to its end.
   * @returns its standard output
   * @throws ProgramError if it fails, Interruption if a signal arrives meanwhile
   */
  run(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
    this.moment([program, ...args].join(' '));
    const { cwd = this.root, env, seconds, finishes = false } = options;
    const { signal } = this.#interruption;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    // It gets its own session, so that Ctrl+C in the terminal reaches only this process, which decides what ends.
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const timers: NodeJS.Timeout[] = [];
    const end = () => {
      endGroup(child.pid, 'SIGTERM');
      timers.push(setTimeout(endGroup, KILL_AFTER_MS, child.pid, 'SIGKILL'));
    };
    if (!finishes) signal.addEventListener('abort', end);
    if (seconds !== undefined) timers.push(setTimeout(end, seconds * 1000));
    const settle = () => {
      signal.removeEventListener('abort', end);
      for (const timer of timers) clearTimeout(timer);
    };
    child.once('error', (error) => {
      settle();
      reject(new ProgramError(program, '', error.message));
    });
    child.once('close', (status) => {
      settle();
      if (signal.aborted) reject(signal.reason);
      else if (status === 0) resolve(stdout);
      else reject(new ProgramError(program, stdout, stderr));
    });
    return promise;
  }

  /** Asks systemd for something, also after it has given up on the service. */
  async service(action: 'restart' | 'reload-or-restart' | 'stop'): Promise<void> {
    await this.run('systemctl', ['reset-failed', 'charter']).catch((error) => {
      if (error instanceof Interruption) throw error;
    });
    await this.run('systemctl', [action, 'charter']);
  }

  /** Returns the answer of the health check, or nothing. */
  async health(): Promise<string> {
    try {
      const response = await fetch(this.#health, {
        signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
      });
      const text = await response.text();
      return response.ok ? text.trim() : '';
    } catch {
      return '';
    }
  }

  /** Reports whether the health check comes to answer with this, or with this and a version. */
  async answers(expected: string): Promise<boolean> {
    for (let time = 0; time < this.#patience; time++) {
      this.moment('health');
      const answer = await this.health();
      if (answer === expected || answer.startsWith(`${expected} `)) return true;
      await wait(200);
    }
    return false;
  }

  /**
   * Registers what takes back the step that comes next. It also runs when the step was done in part or not at all.
   * @param undo may set the words for what holds then (failsWith)
   */
  before(undo: () => Promise<void> | void): void {
    this.#undos.push(undo);
  }

  /** Registers what is cleared away at the end, however the command ends. */
  atEnd(clear: () => void): void {
    this.#ends.push(clear);
  }

  /** Sets the words for what holds after a failure, where no step that is undone has its own. */
  failsWith(outcome: Message): void {
    this.#outcome = outcome;
  }

  /** Makes all that was done final; a failure after this ends with the given words. */
  keep(outcome: Message): void {
    this.#undos = [];
    this.failsWith(outcome);
  }

  /** Takes back all steps, the last one first. */
  async #undo(): Promise<void> {
    for (const undo of this.#undos.toReversed()) {
      try {
        await undo();
      } catch (error) {
        this.show((error as Error).message, process.stderr);
        this.failsWith({
          bn: 'আগের অবস্থায় ফেরানো যায়নি, কারণ উপরে',
          en: 'what was before could not be brought back, for the reason above',
        });
      }
    }
  }

  /** Writes a line for the operator, with a command to type. */
  say({ bn, en }: Message, stream: NodeJS.WriteStream = process.stdout, type?: string): void {
    this.show(`${bn} / ${en}.${type ? ` লিখুন / Type: ${type}` : ''}`, stream);
  }

  /** Writes text for the operator, such as the details of a failure. */
  show(text: string, stream: NodeJS.WriteStream = process.stdout): void {
    if (text.trim() !== '') stream.write(`${text.trimEnd()}\n`);
  }

  /**
   * Runs a command and reports how it ended; after a failure or a signal, all of it is undone first.
   * @returns the exit status
   */
  async carryOut(command: () => Promise<Message>): Promise<number> {
    try {
      this.say(await command());
      return 0;
    } catch (error) {
      this.#ignoreSignals();
      await this.#undo();
      const failure = error instanceof Failure ? error : this.#unforeseen(error);
      const { reason, type } = failure;
      const { bn, en } = this.#outcome;
      this.say({ bn: `${reason.bn}; ${bn}`, en: `${reason.en}; ${en}` }, process.stderr, type);
      return error instanceof Interruption ? error.status : 1;
    } finally {
      this.#ignoreSignals();
      for (const clear of this.#ends) {
        try {
          clear();
        } catch {
          // The next run clears it away.
        }
      }
    }
  }

  /** Shows an error that no step has words for. */
  #unforeseen(error: unknown): Failure {
    const { message } = error instanceof Error ? error : new Error(String(error));
    this.show(message, process.stderr);
    if (/no space left|out of diskspace|ENOSPC/i.test(message))
      return new Failure('ডিস্কে জায়গা নেই', 'The disk is full', `df -h ${this.root}`);
    return new Failure('একটি ধাপ ব্যর্থ হয়েছে, কারণ উপরে', 'A step failed, for the reason above');
  }

  #ignoreSignals(): void {
    this.#interruption = new AbortController();
  }
}

/**
 * Takes the lock of the machine. The kernel ties it to this process: it lasts exactly as long as the process does, and
 * the programs that it starts do not inherit it.
 * @throws Failure if another process has the lock, or if the user has no rights
 */
export function lock(root: string, command: string): void {
  const again = `sudo ${join(root, 'source/deploy', command)}`;
  try {
    for (const name of ['.', 'source', 'source/.git'])
      accessSync(join(root, name), constants.R_OK | constants.W_OK);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    throw code === 'ENOENT'
      ? new Failure(
          `${path} নেই (deploy/README.md, ৩ নম্বর কমান্ড)`,
          `${path} does not exist (deploy/README.md, command 3)`,
        )
      : new Failure(
          `${path} বদলানোর অনুমতি এই ব্যবহারকারীর নেই`,
          `This user has no right to change ${path}`,
          again,
        );
  }
  // flock locks what this process has open, and not for itself.
  const folder = openSync(root, 'r');
  const { status, error } = spawnSync('flock', ['--nonblock', '3'], {
    stdio: ['ignore', 'ignore', 'inherit', folder],
  });
  if (error) throw error;
  if (status !== 0)
    throw new Failure(
      'আরেকটি release বা publish চলছে; শেষ হলে আবার চালান',
      'Another release or publish is running; run this again when it has ended',
    );
}
