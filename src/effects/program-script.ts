/** The shell script that a program amounts to, as it is put together. */
import { outputOf, partsOf, textValue, unknownValue, type Value, wordOf } from './program-value.ts';

/** Most lines that are made; a program that would give more is cut. */
const MAX_LINES = 500;

/** The arguments of a call. */
export interface Call {
  args: Value[];
  /** The first two of them; unknown where there are fewer. */
  first: Value;
  second: Value;
  named: Map<string, Value>;
  /** Options of JavaScript's functions are their last argument. */
  option(name: string): Value | undefined;
}

/** A value as one word of the script. */
export const word = (value: Value): string => wordOf(partsOf(value));

export class ProgramScript {
  readonly lines: string[] = [];

  constructor(
    readonly home: string,
    readonly cwd: string,
  ) {}

  get full(): boolean {
    return this.lines.length >= MAX_LINES;
  }

  emit(line: string): void {
    if (!this.full) this.lines.push(line);
  }

  /** A variable of the environment. */
  variable(name: string): Value {
    return name === 'HOME' || name === 'USERPROFILE' ? textValue(this.home) : variable(name);
  }

  /** `~` in front is the home folder. */
  expanded(value: Value): Value {
    if (value.kind !== 'text') return value;
    const [first, ...rest] = value.parts;
    if (first?.kind !== 'text' || !/^~(?=\/|$)/.test(first.text)) return value;
    return { kind: 'text', parts: [{ kind: 'text', text: this.home + first.text.slice(1) }, ...rest] };
  }

  /** The file's text is read. */
  read(path: string): Value {
    this.emit(`: "$(cat -- ${path})"`);
    return outputOf(`cat -- ${path}`);
  }

  write(file: Extract<Value, { kind: 'file' }>, content: Value): void {
    const append = !file.fresh || file.mode.includes('a');
    file.fresh = false;
    this.emit(`printf '%s' ${word(content)} ${append ? '>>' : '>'} ${wordOf(file.path)}`);
  }

  /** Runs the text by a shell. */
  shell(text: Value, call: Call): Value {
    return this.started(`sh -c ${word(text)}`, call);
  }

  /** Runs a program with its arguments. */
  command(items: readonly Value[], call: Call): Value {
    return this.started(items.map((item) => word(item)).join(' '), call);
  }

  private started(command: string, call: Call): Value {
    const folder = call.option('cwd');
    const input = call.option('input');
    const fed = input === undefined || input.kind === 'unknown' ? command : `printf '%s' ${word(input)} | ${command}`;
    const whole = folder === undefined || folder.kind === 'unknown' ? fed : `(cd ${word(folder)} && ${fed})`;
    this.emit(whole);
    return outputOf(whole);
  }

  download(url: Value, data: Value | undefined): Value {
    const sent = data === undefined || data.kind === 'unknown' ? '' : ` --data ${word(data)}`;
    const command = `curl -s${sent} ${word(url)}`;
    this.emit(command);
    return outputOf(command);
  }

  /** Whatever is printed came from somewhere. */
  shown(values: readonly Value[]): void {
    for (const part of values.flatMap(partsOf)) {
      if (part.kind === 'output') this.emit(part.script);
      else if (part.kind === 'variable') this.emit(`echo "\${${part.name}}"`);
    }
  }
}

export const variable = (name: string): Value =>
  /^\w+$/.test(name) ? { kind: 'text', parts: [{ kind: 'variable', name }] } : unknownValue;
