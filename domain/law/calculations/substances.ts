// What are the critical quantity Q and the factor β of a substance (GB 18218-2018, 令40)?
import { type Text, text } from '../../case/words.ts'

export type Substance = { id: string; names: string[]; words: Text; Q: number; beta: number; confidence: 'V*' | 'M' }

/** [id, zh, en, Q in t, β, confidence of Q, further names] */
type Row = [id: string, zh: string, en: string, Q: number, beta: number, confidence: 'V*' | 'M', ...names: string[]]

/** β: toxic gases of the named table [V*]; else flammable gas 1.5, explosive 2, other 1. */
const rows: Row[] = [
  ['ammonia', '氨', 'ammonia', 10, 2, 'M', 'nh3', '液氨', '氨气'],
  ['chlorine', '氯', 'chlorine', 5, 4, 'M', 'cl2', '液氯', '氯气'],
  ['lpg', '液化石油气', 'liquefied petroleum gas', 50, 1.5, 'M'],
  ['methane', '甲烷', 'methane, natural gas', 50, 1.5, 'M', 'ch4', 'natural-gas', 'natural gas', '天然气', 'lng', 'cng'],
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
  ['oxygen', '氧（压缩的或液化的）', 'oxygen, compressed or liquid', 200, 1, 'V*', 'o2', '氧', '液氧', '氧气'],
  ['ammonium-nitrate-explosive', '硝酸铵（可燃物>0.2%）', 'ammonium nitrate, >0.2 % combustible', 5, 2, 'V*'],
  ['ammonium-nitrate', '硝酸铵（可燃物≤0.2%）', 'ammonium nitrate, ≤0.2 % combustible', 50, 1, 'V*', '硝酸铵'],
  ['ammonium-nitrate-fertiliser', '硝酸铵基化肥', 'ammonium nitrate fertiliser', 200, 1, 'V*'],
  ['guanidine-nitrate', '硝酸胍', 'guanidine nitrate', 50, 1, 'V*'],
]

export const substances: Substance[] = rows.map(([id, zh, en, Q, beta, confidence, ...names]) => ({
  id,
  names: [id, zh, en.toLowerCase(), ...names],
  words: text(zh, en),
  Q,
  beta,
  confidence,
}))

/** Classes of GB 18218-2018 for substances without a name in the table: [Q in t, β]; β of table 4 is unconfirmed. */
export const classes: Record<string, { Q: number | null; beta: number; confidence: 'V*' | 'M' }> = {
  J1: { Q: 5, beta: 4, confidence: 'V*' },
  J2: { Q: 50, beta: 1, confidence: 'V*' },
  J3: { Q: 50, beta: 2, confidence: 'V*' },
  J4: { Q: 50, beta: 2, confidence: 'V*' },
  J5: { Q: 500, beta: 1, confidence: 'V*' },
  'W1.1': { Q: null, beta: 2, confidence: 'M' },
  'W1.2': { Q: null, beta: 2, confidence: 'M' },
  'W1.3': { Q: null, beta: 2, confidence: 'M' },
  W2: { Q: 10, beta: 1.5, confidence: 'M' },
  W3: { Q: null, beta: 1, confidence: 'M' },
  W4: { Q: null, beta: 1, confidence: 'M' },
  'W5.1': { Q: 10, beta: 1.5, confidence: 'M' },
  'W5.2': { Q: 50, beta: 1, confidence: 'M' },
  'W5.3': { Q: 1000, beta: 1, confidence: 'M' },
  'W5.4': { Q: 5000, beta: 1, confidence: 'M' },
  'W6.1': { Q: 10, beta: 1.5, confidence: 'V*' },
  'W6.2': { Q: 50, beta: 1, confidence: 'V*' },
  'W7.1': { Q: null, beta: 1.5, confidence: 'M' },
  'W7.2': { Q: null, beta: 1, confidence: 'M' },
  W8: { Q: null, beta: 1, confidence: 'M' },
  'W9.1': { Q: 50, beta: 1, confidence: 'M' },
  'W9.2': { Q: 200, beta: 1, confidence: 'M' },
  W10: { Q: null, beta: 1, confidence: 'M' },
  W11: { Q: null, beta: 1, confidence: 'M' },
}

const byName = new Map(substances.flatMap((one) => one.names.map((name) => [name, one] as const)))
const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))

/** The substance of an id, a Chinese or English name, or a formula ('Cl₂'). */
export const substanceOf = (name: string): Substance | undefined =>
  byName.get(plain(name)) ?? byName.get(plain(name).replace(/[\s_]+/g, '-'))
