/** How much a text looks drawn at random. Of long texts the first 256 letters and digits are looked at. */

/** Shannon entropy in bits per character; 0 for the empty text. */
export function shannonEntropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

/**
 * A measure of the chance that characters drawn at random look as orderly as these: as few distinct ones, as lopsided a
 * mix of classes, as many pairs that are common in words. About uniform products for random text, tiny for words,
 * numbers and patterns. The alphabet (hexadecimal, one case with digits, or both cases with digits) is read off the text;
 * other characters are left out.
 */
export function randomness(text: string): number {
  const drawn = lettersAndDigits(text);
  if (drawn.length === 0) return 0;
  const alphabet = alphabetOf(drawn);
  const chance = fewDistinct(drawn, alphabet.size) * classMix(drawn, alphabet.classes, alphabet.size);
  return alphabet.size === 16 ? chance : chance * wordPairs(drawn, alphabet);
}

/** Whether a text is random enough for a key; texts without digits must be more so, as long names have none. */
export function looksRandom(text: string): boolean {
  return randomness(text) >= (/\d/.test(text) ? 1e-5 : 1e-4);
}

/** Whether a text of letters and digits reads like words run together, which random draws do once in 100,000 times. */
export function readsLikeWords(text: string): boolean {
  const drawn = lettersAndDigits(text);
  const alphabet = alphabetOf(drawn);
  return drawn.length > 0 && alphabet.size !== 16 && wordPairs(drawn, alphabet) < 1e-5;
}

const lettersAndDigits = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').slice(0, 256);

interface Alphabet {
  size: number;
  /** Which pairs of the table can occur at all. */
  pairs: (pair: string) => boolean;
  classes: { test: RegExp; size: number }[];
}

const digits = { test: /\d/g, size: 10 };
const hexadecimal: Alphabet = { size: 16, pairs: () => false, classes: [digits] };
const lower: Alphabet = { size: 36, pairs: (pair) => pair === pair.toLowerCase(), classes: [digits] };
const upper: Alphabet = { size: 36, pairs: (pair) => pair === pair.toUpperCase(), classes: [digits] };
const letters = { upper: { test: /[A-Z]/g, size: 26 }, lower: { test: /[a-z]/g, size: 26 } };
const mixed: Alphabet = { size: 62, pairs: () => true, classes: [digits, letters.upper, letters.lower] };
const mixedLetters: Alphabet = { size: 52, pairs: () => true, classes: [letters.upper, letters.lower] };

function alphabetOf(text: string): Alphabet {
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text)) return hexadecimal;
  if (/^[0-9a-z]+$/.test(text)) return lower;
  if (/^[0-9A-Z]+$/.test(text)) return upper;
  return /^[A-Za-z]{24,}$/.test(text) ? mixedLetters : mixed;
}

/** Chance that so many draws give no more distinct characters than were seen. */
function fewDistinct(text: string, size: number): number {
  const seen = new Set(text).size;
  // chance[d] is that of d distinct characters after the draws so far.
  let chance: number[] = [1];
  for (let draw = 0; draw < text.length; draw++) {
    const next: number[] = new Array(Math.min(chance.length, seen + 1) + 1).fill(0);
    for (let d = 0; d < chance.length && d <= seen; d++) {
      next[d] = (next[d] ?? 0) + (chance[d] as number) * (d / size);
      next[d + 1] = (next[d + 1] ?? 0) + (chance[d] as number) * ((size - d) / size);
    }
    chance = next;
  }
  let sum = 0;
  for (let d = 0; d <= seen; d++) sum += chance[d] ?? 0;
  return sum;
}

/** The smallest chance, over the character classes, of a share as far from what is expected. */
function classMix(text: string, classes: Alphabet['classes'], size: number): number {
  let least = 1;
  for (const { test, size: members } of classes) {
    const count = text.match(test)?.length ?? 0;
    const share = members / size;
    const chance = count < text.length * share ? atMost(count, text.length, share) : atLeast(count, text.length, share);
    least = Math.min(least, chance);
  }
  return least;
}

/** Chance of so many pairs from the table of common ones. */
function wordPairs(text: string, alphabet: Alphabet): number {
  let common = 0;
  for (let i = 0; i + 1 < text.length; i++) if (commonPairs().has(text.slice(i, i + 2))) common++;
  let possible = 0;
  for (const pair of commonPairs()) if (alphabet.pairs(pair)) possible++;
  return atLeast(common, text.length - 1, possible / alphabet.size ** 2);
}

/** Binomial tails: `count` hits or fewer (more) in `draws` draws. */
function atMost(count: number, draws: number, share: number): number {
  let term = (1 - share) ** draws;
  let sum = term;
  for (let k = 1; k <= count; k++) {
    term *= ((draws - k + 1) / k) * (share / (1 - share));
    sum += term;
  }
  return Math.min(1, sum);
}

function atLeast(count: number, draws: number, share: number): number {
  return count === 0 ? 1 : atMost(draws - count, draws, 1 - share);
}

let pairs: Set<string> | null = null;
function commonPairs(): Set<string> {
  pairs ??= new Set(pairTable.match(/../g));
  return pairs;
}

/** The 480 pairs of letters, in upper and lower case, that are commonest in the words of programs and manuals. */
const pairTable =
  'ACADALANARASATAcAdAlAnArAsAtAuBaBeBiBoBrBuCACECICOCTCaChClCoCuDEDIDaDeDiDoEAECEDELENERESETEnErEvExFiFlFoFrFuGe' +
  'GrHaHeHoICIDINIOISITIdImInItKeLELILLLOLaLeLiLoMAMEMaMeMiMoNDNENGNSNTNaNeNoNuOLONORObOfOnOpOrPRPaPePlPoPrQuRARE' +
  'RIRORaReRuSCSESISSSTScSeShSiSoSpStSuSyTATETITOTRTSTaTeThTiToTrTyUIURUnVaVeViWaWiabacadafagaiakalamanaparasatau' +
  'avawaxaybabebibjblbobrbsbucacccdcechcickclcncocrcsctcudCdPdSdTdadddedfdidldodrdsdtdueAeBeCeDeEeFeIeLeMeNeOePeR' +
  'eSeTeaebecedeeefegeielemeneoepeqeresetevewexeyfafefffiflfofrfsftfugageghgiglgngogrgsgtguhahehihohrhtiaibicidie' +
  'ifigiliminioipirisitivixizjekekikslPlSlalbldlelglilllolplsltlulvlymambmemimlmmmompmsmunCnSnTnancndnenfngninknl' +
  'nmnnnonpnsntnunvoaobocodofogoiokolomonoooporosotouovowoxpapdpephpiplpoppprpsptpupyqurCrSrTrarcrdrerfrgrirkrlrm' +
  'rnrorprrrsrtrurvrysFsTsascsesfshsiskslsnsospssstsusytAtBtCtDtEtFtItLtMtNtOtPtRtStTtatctdtetfthtitltmtotptrtstt' +
  'tutyuaubucudueufuguiulumunupurusutvaveviwawewiwnwowrwsxcxexixpxtyeylymynypysytze';
