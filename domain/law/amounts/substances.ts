// What are the critical quantity Q and the factor β of a substance (GB 18218-2018, 令40)?
import { type Text, text } from '../../language/words.ts'

export type Sure = 'V*' | 'M'
/** Both numbers, each as sure as its own source; Q is null where only β is known. */
type Known = { Q: number | null; beta: number; sureOfQ: Sure; sureOfBeta: Sure }
export type Substance = Known & { id: string; names: string[]; words: Text }

/** Toxic gases with a β by name (令40); of all other substances table 4 of GB 18218-2018 speaks, which is unconfirmed. */
const toxicGases = new Set([
  'carbon-monoxide',
  'sulfur-dioxide',
  'ammonia',
  'ethylene-oxide',
  'hydrogen-chloride',
  'methyl-bromide',
  'chlorine',
  'hydrogen-sulfide',
  'hydrogen-fluoride',
  'nitrogen-dioxide',
  'hydrogen-cyanide',
  'phosgene',
  'phosphine',
  'methyl-isocyanate',
])

/** [id, zh, en, Q in t, β, confidence of Q, further names] */
type Row = [
  id: string,
  zh: string,
  en: string,
  Q: number | null,
  beta: number,
  sureOfQ: Sure,
  ...names: string[],
]

/** β but for toxic gases: flammable gas 1.5, explosive 2, unlisted toxic gas 2, other 1. */
const rows: Row[] = [
  ['ammonia', '氨', 'ammonia', 10, 2, 'M', 'nh3', '液氨', '氨气'],
  ['chlorine', '氯', 'chlorine', 5, 4, 'M', 'cl2', '液氯', '氯气'],
  ['carbon-monoxide', '一氧化碳', 'carbon monoxide', null, 2, 'M', 'co'],
  ['methyl-bromide', '溴甲烷', 'methyl bromide', null, 3, 'M', 'ch3br', '甲基溴'],
  ['nitrogen-dioxide', '二氧化氮', 'nitrogen dioxide', null, 10, 'M', 'no2'],
  ['phosphine', '磷化氢', 'phosphine', null, 20, 'M', 'ph3'],
  ['methyl-isocyanate', '异氰酸甲酯', 'methyl isocyanate', null, 20, 'M', 'mic', 'ch3nco'],
  ['lpg', '液化石油气', 'liquefied petroleum gas', 50, 1.5, 'M'],
  [
    'methane',
    '甲烷',
    'methane, natural gas',
    50,
    1.5,
    'M',
    'ch4',
    'natural-gas',
    'natural gas',
    '天然气',
    'lng',
    'cng',
  ],
  ['hydrogen', '氢', 'hydrogen', 5, 1.5, 'M', 'h2', '氢气'],
  ['acetylene', '乙炔', 'acetylene', 1, 1.5, 'M', 'c2h2'],
  ['ethylene', '乙烯', 'ethylene', 50, 1.5, 'M', 'c2h4'],
  ['vinyl-chloride', '氯乙烯', 'vinyl chloride', 50, 1.5, 'M'],
  ['ethylene-oxide', '环氧乙烷', 'ethylene oxide', 10, 2, 'M'],
  ['propylene-oxide', '环氧丙烷', 'propylene oxide', 10, 1, 'M'],
  ['phosgene', '光气', 'phosgene', 0.3, 20, 'M', 'cocl2'],
  ['hydrogen-cyanide', '氰化氢', 'hydrogen cyanide', 1, 10, 'M', 'hcn'],
  ['hydrogen-fluoride', '氟化氢', 'hydrogen fluoride', 1, 5, 'M', 'hf'],
  ['hydrogen-sulfide', '硫化氢', 'hydrogen sulfide', 5, 5, 'M', 'h2s'],
  ['sulfur-dioxide', '二氧化硫', 'sulfur dioxide', 20, 2, 'M', 'so2'],
  ['hydrogen-chloride', '氯化氢', 'hydrogen chloride', 20, 3, 'M', 'hcl'],
  ['formaldehyde', '甲醛（含量>90%）', 'formaldehyde (>90 %)', 5, 2, 'M', '甲醛'],
  ['coal-gas', '煤气', 'coal gas', 20, 1.5, 'M', '煤气（co）'],
  ['benzene', '苯', 'benzene', 50, 1, 'M'],
  ['toluene', '甲苯', 'toluene', 500, 1, 'M'],
  ['styrene', '苯乙烯', 'styrene', 500, 1, 'M'],
  ['acrylonitrile', '丙烯腈', 'acrylonitrile', 50, 1, 'M'],
  ['carbon-disulfide', '二硫化碳', 'carbon disulfide', 50, 1, 'M', 'cs2'],
  ['methanol', '甲醇', 'methanol', 500, 1, 'M'],
  ['ethanol', '乙醇', 'ethanol', 500, 1, 'M'],
  ['acetone', '丙酮', 'acetone', 500, 1, 'M'],
  ['petrol', '汽油', 'petrol', 200, 1, 'M', 'gasoline'],
  ['tnt', '三硝基甲苯', 'TNT', 5, 2, 'M', '梯恩梯'],
  ['bromine', '溴', 'bromine', 20, 1, 'M', 'br2'],
  [
    'oxygen',
    '氧（压缩的或液化的）',
    'oxygen, compressed or liquid',
    200,
    1,
    'V*',
    'o2',
    '氧',
    '液氧',
    '氧气',
  ],
  [
    'ammonium-nitrate-explosive',
    '硝酸铵（可燃物>0.2%）',
    'ammonium nitrate, >0.2 % combustible',
    5,
    2,
    'V*',
  ],
  [
    'ammonium-nitrate',
    '硝酸铵（可燃物≤0.2%）',
    'ammonium nitrate, ≤0.2 % combustible',
    50,
    1,
    'V*',
    '硝酸铵',
  ],
  ['ammonium-nitrate-fertiliser', '硝酸铵基化肥', 'ammonium nitrate fertiliser', 200, 1, 'V*'],
  ['guanidine-nitrate', '硝酸胍', 'guanidine nitrate', 50, 1, 'V*'],
]

export const substances: Substance[] = rows.map(([id, zh, en, Q, beta, sureOfQ, ...names]) => ({
  id,
  names: [id, zh, en.toLowerCase(), ...names],
  words: text(zh, en),
  Q,
  beta,
  sureOfQ,
  sureOfBeta: toxicGases.has(id) ? 'V*' : 'M',
}))

/** [class, Q in t, β, confidence of Q]: GB 18218-2018 for substances without a name in the table; β of its table 4 is unconfirmed throughout. */
const classRows: [name: string, Q: number | null, beta: number, sureOfQ: Sure][] = [
  ['J1', 5, 4, 'V*'],
  ['J2', 50, 1, 'V*'],
  ['J3', 50, 2, 'V*'],
  ['J4', 50, 2, 'V*'],
  ['J5', 500, 1, 'V*'],
  ['W1.1', null, 2, 'M'],
  ['W1.2', null, 2, 'M'],
  ['W1.3', null, 2, 'M'],
  ['W2', 10, 1.5, 'M'],
  ['W3', null, 1, 'M'],
  ['W4', null, 1, 'M'],
  ['W5.1', 10, 1.5, 'M'],
  ['W5.2', 50, 1, 'M'],
  ['W5.3', 1000, 1, 'M'],
  ['W5.4', 5000, 1, 'M'],
  ['W6.1', 10, 1.5, 'V*'],
  ['W6.2', 50, 1, 'V*'],
  ['W7.1', null, 1.5, 'M'],
  ['W7.2', null, 1, 'M'],
  ['W8', null, 1, 'M'],
  ['W9.1', 50, 1, 'M'],
  ['W9.2', 200, 1, 'M'],
  ['W10', null, 1, 'M'],
  ['W11', null, 1, 'M'],
]

export const classes: Record<string, Known> = Object.fromEntries(
  classRows.map(([name, Q, beta, sureOfQ]) => [name, { Q, beta, sureOfQ, sureOfBeta: 'M' }]),
)

/** From this day GB 18218-2018; before it GB 18218-2009, whose text nobody has compared. */
export const gb18218Of2018 = '2019-03-01'

/** β of 令40 where table 4 has changed it: neither explosive nor flammable gas nor toxic gas, so 1. */
export const betaOf2011: Record<string, number> = { J4: 1, 'W5.1': 1, 'W6.1': 1, 'W7.1': 1 }

const byName = new Map(substances.flatMap((one) => one.names.map((name) => [name, one] as const)))
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))

/** The substance of an id, a Chinese or English name, or a formula ('Cl₂'). */
export const substanceOf = (name: string): Substance | undefined =>
  byName.get(plain(name)) ?? byName.get(plain(name).replace(/[\s_]+/g, '-'))
