/** The expressions of `metavariable-comparison`: a small part of Python over metavariables. */

export type Value = number | string | boolean | Value[];

/** What an expression may ask of the match. */
export interface Reading {
  /** The constant that a metavariable stands for; undefined when it is not bound or not constant. */
  value(metavariable: string): Value | undefined;
  /** The text that it stands for. */
  text(metavariable: string): string | undefined;
  /** Numbers of the language are never whole: `int()` does not take them. */
  fractions?: boolean;
  /** Seconds since 1970; undefined where nobody told. */
  now: number | undefined;
}

/** False when the expression does not hold, cannot be read, or names something that is not bound. */
export function compare(text: string, read: Reading): boolean {
  try {
    const tokens = tokenise(text);
    const value = new Evaluator(tokens, read).all();
    return value === true;
  } catch {
    return false;
  }
}

/** Throws `SyntaxError` for an expression that cannot be read, and `ReferenceError` for a function that is not known. */
export function checkComparison(text: string): void {
  try {
    new Evaluator(tokenise(text), { value: () => 1, text: () => '1', now: 0 }).all();
  } catch (error) {
    // What the values do not allow shows when the values are there.
    if (error instanceof SyntaxError || error instanceof ReferenceError) throw error;
  }
}

type Token = { kind: 'number'; value: number } | { kind: 'string'; value: string } | { kind: 'word' | 'sign'; value: string };

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const form =
    /\s+|(0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*|\d[\d_]*(?=[eE]))(?:[eE][-+]?\d[\d_]*)?|\d[\d_]*)(?:(?<![.eE][\d_+-]*)[lL])?|(r?"(?:[^"\\]|\\.)*"|r?'(?:[^'\\]|\\.)*')|(\$?[A-Za-z_.][\w.]*|\$\d+)|(\*\*|\/\/|==|!=|<=|>=|<<|>>|[-+*/%<>()[\],&|^~])/gy;
  let at = 0;
  while (at < text.length) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) throw new SyntaxError(`unexpected ${text[at]}`);
    at = form.lastIndex;
    const [, number, string, word, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number.replace(/_/g, '')) });
    else if (string !== undefined) {
      const raw = string.startsWith('r');
      const inner = string.slice(raw ? 2 : 1, -1);
      tokens.push({ kind: 'string', value: raw ? inner : inner.replace(/\\(["'\\])/g, '$1') });
    } else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
  }
  return tokens;
}

class Evaluator {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly read: Reading,
  ) {}

  all(): Value {
    const value = this.either();
    if (this.at !== this.tokens.length) throw new SyntaxError('left over');
    return value;
  }

  private peek(value: string): boolean {
    const token = this.tokens[this.at];
    return token !== undefined && token.kind !== 'string' && token.value === value;
  }

  private take(value: string): boolean {
    if (!this.peek(value)) return false;
    this.at++;
    return true;
  }

  private expect(value: string): void {
    if (!this.take(value)) throw new SyntaxError(`expected ${value}`);
  }

  private either(): Value {
    let left = this.both();
    while (this.take('or')) {
      const right = this.both();
      left = truthy(left) ? left : right;
    }
    return left;
  }

  private both(): Value {
    let left = this.negated();
    while (this.take('and')) {
      const right = this.negated();
      left = truthy(left) ? right : left;
    }
    return left;
  }

  private negated(): Value {
    return this.take('not') ? !truthy(this.negated()) : this.comparison();
  }

  private comparison(): Value {
    let left = this.bits();
    for (;;) {
      const negatedIn = this.peek('not');
      const sign = ['==', '!=', '<=', '>=', '<', '>', 'in', 'not'].find((word) => this.take(word));
      if (!sign) return left;
      if (negatedIn) this.expect('in');
      // To the reference `a < b < c` compares a truth value with `c`.
      left = this.relation(sign, left, this.bits());
    }
  }

  private bits(level = 0): Value {
    const signs = bitwise[level];
    if (!signs) return this.sum();
    let left = this.bits(level + 1);
    for (;;) {
      const sign = signs.find((one) => this.take(one));
      if (!sign) return left;
      const [a, b] = [this.whole(left), this.whole(this.bits(level + 1))];
      left = sign === '|' ? a | b : sign === '^' ? a ^ b : sign === '&' ? a & b : sign === '<<' ? a << b : a >> b;
    }
  }

  private whole(value: Value): number {
    if (this.read.fractions || !Number.isInteger(value)) throw new TypeError('not a whole number');
    return value as number;
  }

  private relation(sign: string, left: Value, right: Value): boolean {
    // A fraction is none of a list of whole numbers.
    if (this.read.fractions && typeof left === 'number' && Array.isArray(right)) return sign === 'not';
    return relation(sign, left, right);
  }

  private sum(): Value {
    let left = this.product();
    for (;;) {
      if (this.take('+')) {
        const right = this.product();
        left =
          typeof left === 'string' || typeof right === 'string' ? String(left) + String(right) : number(left) + number(right);
      } else if (this.take('-')) left = number(left) - number(this.product());
      else return left;
    }
  }

  private product(): Value {
    let left = this.power();
    for (;;) {
      if (this.take('*')) left = number(left) * number(this.power());
      else if (this.take('//')) left = unknown(number(left), number(this.power()));
      else if (this.take('/')) {
        const quotient = number(left) / number(this.power());
        left = this.read.fractions ? quotient : Math.trunc(quotient);
      } else if (this.take('%')) left = number(left) % number(this.power());
      else return left;
    }
  }

  private power(): Value {
    const base = this.one();
    return this.take('**') ? number(base) ** number(this.power()) : base;
  }

  private one(): Value {
    const token = this.tokens[this.at++];
    if (!token) throw new SyntaxError('unexpected end');
    if (token.kind === 'number' || token.kind === 'string') return token.value;
    if (token.value === '-') return -number(this.power());
    if (token.value === '~') return ~this.whole(this.power());
    if (token.value === '(') {
      const value = this.either();
      this.expect(')');
      return value;
    }
    if (token.value === '[') return this.items(']');
    if (token.value === 'True') return true;
    if (token.value === 'False') return false;
    // Names that mean nothing here.
    if (/^(?:true|false|None)$/.test(token.value)) throw new TypeError(token.value);
    if (token.value.startsWith('$')) {
      const value = this.read.value(token.value);
      if (value === undefined) throw new ReferenceError(token.value);
      return value;
    }
    this.expect('(');
    const [first, close] = [this.tokens[this.at], this.tokens[this.at + 1]];
    if (token.value === 'str' && first?.kind === 'word' && first.value.startsWith('$') && close?.value === ')') {
      this.at += 2;
      const text = this.read.text(first.value);
      if (text === undefined) throw new ReferenceError(first.value);
      return this.read.fractions && /^\d+$/.test(text) && typeof this.read.value(first.value) === 'number' ? `${text}.` : text;
    }
    if (token.value === 'today') {
      this.expect(')');
      if (this.read.now === undefined) throw new ReferenceError('today() needs the clock');
      return this.read.now;
    }
    return call(token.value, this.items(')'), this.read.fractions === true);
  }

  private items(close: string): Value[] {
    const items: Value[] = [];
    while (!this.take(close)) {
      items.push(this.either());
      if (!this.take(',')) {
        this.expect(close);
        break;
      }
    }
    return items;
  }
}

const truthy = (value: Value): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** From loose to tight. */
const bitwise: readonly (readonly string[])[] = [['|'], ['^'], ['&'], ['<<', '>>']];

/** Texts and truth values do not count. */
function number(value: Value): number {
  if (typeof value !== 'number') throw new TypeError('not a number');
  return value;
}

/** What the reference reads but does not work out. */
function unknown(..._: unknown[]): never {
  throw new TypeError('not worked out');
}

function numeric(value: Value): number {
  const number = typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : toInt(String(value));
  if (Number.isNaN(number)) throw new TypeError('not a number');
  return number;
}

function toInt(text: string): number {
  const bare = text
    .trim()
    .replace(/^["'`]|["'`]$/g, '')
    .replace(/_/g, '');
  return bare === '' ? Number.NaN : Number(bare);
}

function relation(sign: string, left: Value, right: Value): boolean {
  switch (sign) {
    case 'in':
    case 'not': {
      const found = Array.isArray(right) ? right.some((item) => equal(item, left)) : String(right).includes(String(left));
      return sign === 'in' ? found : !found;
    }
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    default: {
      // Texts have no order in the reference.
      if (typeof left !== typeof right || typeof left === 'string') return false;
      const [a, b] = [numeric(left), numeric(right)];
      return sign === '<' ? a < b : sign === '<=' ? a <= b : sign === '>' ? a > b : a >= b;
    }
  }
}

function equal(a: Value, b: Value): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => equal(item, b[i]!));
  return a === b;
}

function call(name: string, args: Value[], fractions: boolean): Value {
  const [first, second] = args;
  if (first === undefined) throw new SyntaxError(`${name} needs an argument`);
  switch (name) {
    case 'int':
      if (typeof first === 'boolean') throw new TypeError('not a number');
      if (typeof first === 'number' && (fractions || !Number.isInteger(first))) throw new TypeError('not a whole number');
      return second === undefined ? numeric(first) : unknown();
    case 'str':
      return Array.isArray(first) ? first.join(', ') : String(first);
    case 'len':
      if (!Array.isArray(first)) throw new TypeError('not a list');
      return first.length;
    case 'float':
    case 'abs':
    case 'min':
    case 'max':
      return unknown();
    case 're.match':
      if (typeof second !== 'string') throw new TypeError('not a text');
      return new RegExp(`^(?:${String(first)})`, 's').test(second);
    case 'strptime':
      return Date.parse(String(first).replace(/^["']|["']$/g, '')) / 1000;
    default:
      throw new ReferenceError(name);
  }
}
