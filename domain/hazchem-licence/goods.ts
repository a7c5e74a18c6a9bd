// Which goods may an application name, by the names of the catalogue of hazardous chemicals (危险化学品目录)?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { words } from '../model/fields.ts'

/** The goods that shops and traders ask for most, as the catalogue of 2015 names them. Whoever trades in another of its entries names that one himself. */
const common: readonly (readonly [zh: string, en: string])[] = [
  ['汽油', 'Petrol'],
  ['柴油', 'Diesel'],
  ['煤油', 'Kerosene'],
  ['石脑油', 'Naphtha'],
  ['溶剂油', 'Solvent naphtha'],
  ['液化石油气', 'Liquefied petroleum gas'],
  ['天然气（富含甲烷的）', 'Natural gas'],
  ['甲醇', 'Methanol'],
  ['乙醇', 'Ethanol'],
  ['正丙醇', '1-Propanol'],
  ['2-丙醇', '2-Propanol'],
  ['正丁醇', '1-Butanol'],
  ['2-甲基-1-丙醇', 'Isobutanol'],
  ['丙酮', 'Acetone'],
  ['2-丁酮', 'Butanone'],
  ['4-甲基-2-戊酮', '4-Methyl-2-pentanone'],
  ['环己酮', 'Cyclohexanone'],
  ['苯', 'Benzene'],
  ['甲苯', 'Toluene'],
  ['二甲苯异构体混合物', 'Xylene, mixed isomers'],
  ['乙苯', 'Ethylbenzene'],
  ['苯乙烯（稳定的）', 'Styrene, stabilized'],
  ['正己烷', 'n-Hexane'],
  ['正庚烷', 'n-Heptane'],
  ['环己烷', 'Cyclohexane'],
  ['乙醚', 'Diethyl ether'],
  ['甲基叔丁基醚', 'Methyl tert-butyl ether'],
  ['四氢呋喃', 'Tetrahydrofuran'],
  ['1,4-二氧杂环己烷', '1,4-Dioxane'],
  ['甲酸甲酯', 'Methyl formate'],
  ['乙酸甲酯', 'Methyl acetate'],
  ['乙酸乙酯', 'Ethyl acetate'],
  ['乙酸正丁酯', 'n-Butyl acetate'],
  ['乙酸乙烯酯（稳定的）', 'Vinyl acetate, stabilized'],
  ['甲基丙烯酸甲酯（稳定的）', 'Methyl methacrylate, stabilized'],
  ['丙烯酸（稳定的）', 'Acrylic acid, stabilized'],
  ['碳酸二甲酯', 'Dimethyl carbonate'],
  ['N,N-二甲基甲酰胺', 'N,N-Dimethylformamide'],
  ['乙腈', 'Acetonitrile'],
  ['丙烯腈（稳定的）', 'Acrylonitrile, stabilized'],
  ['吡啶', 'Pyridine'],
  ['三乙胺', 'Triethylamine'],
  ['松节油', 'Turpentine'],
  [
    '含易燃溶剂的合成树脂、油漆、辅助材料、涂料等制品',
    'Resins, paints, thinners and coatings with flammable solvents',
  ],
  ['氢', 'Hydrogen'],
  ['乙炔', 'Acetylene'],
  ['乙烯', 'Ethylene'],
  ['丙烯', 'Propylene'],
  ['丙烷', 'Propane'],
  ['正丁烷', 'n-Butane'],
  ['二甲醚', 'Dimethyl ether'],
  ['环氧乙烷', 'Ethylene oxide'],
  ['氧（压缩的或液化的）', 'Oxygen, compressed or liquid'],
  ['氮（压缩的或液化的）', 'Nitrogen, compressed or liquid'],
  ['氩（压缩的或液化的）', 'Argon, compressed or liquid'],
  ['氦（压缩的或液化的）', 'Helium, compressed or liquid'],
  ['二氧化碳（压缩的或液化的）', 'Carbon dioxide, compressed or liquid'],
  ['一氧化碳', 'Carbon monoxide'],
  ['氨', 'Ammonia'],
  ['氯', 'Chlorine'],
  ['二氧化硫', 'Sulfur dioxide'],
  ['硫化氢', 'Hydrogen sulfide'],
  ['氟化氢（无水）', 'Hydrogen fluoride, anhydrous'],
  ['硫酸', 'Sulfuric acid'],
  ['发烟硫酸', 'Sulfuric acid, fuming'],
  ['盐酸', 'Hydrochloric acid'],
  ['硝酸', 'Nitric acid'],
  ['磷酸', 'Phosphoric acid'],
  ['氢氟酸', 'Hydrofluoric acid'],
  ['甲酸', 'Formic acid'],
  ['乙酸（含量＞80%）', 'Acetic acid (>80 %)'],
  ['乙酸酐', 'Acetic anhydride'],
  ['氢氧化钠', 'Sodium hydroxide'],
  ['氢氧化钾', 'Potassium hydroxide'],
  ['氨溶液（含氨＞10%）', 'Ammonia solution (>10 %)'],
  ['甲醛溶液', 'Formaldehyde solution'],
  ['次氯酸钠溶液（含有效氯＞5%）', 'Sodium hypochlorite solution (>5 % chlorine)'],
  ['氯化锌', 'Zinc chloride'],
  ['三氯化铁', 'Iron(III) chloride'],
  ['硫化钠', 'Sodium sulfide'],
  ['过氧化氢溶液（含量＞8%）', 'Hydrogen peroxide solution (>8 %)'],
  ['高锰酸钾', 'Potassium permanganate'],
  ['硝酸钾', 'Potassium nitrate'],
  ['硝酸钠', 'Sodium nitrate'],
  ['次氯酸钙', 'Calcium hypochlorite'],
  ['过硫酸铵', 'Ammonium persulfate'],
  ['亚硝酸钠', 'Sodium nitrite'],
  ['硫磺', 'Sulfur'],
  ['碳化钙', 'Calcium carbide'],
  ['镁', 'Magnesium'],
  ['铝粉', 'Aluminium powder'],
  ['锌粉', 'Zinc powder'],
  ['萘', 'Naphthalene'],
  ['二氯甲烷', 'Dichloromethane'],
  ['三氯甲烷', 'Trichloromethane'],
  ['四氯乙烯', 'Tetrachloroethylene'],
  ['三氯乙烯', 'Trichloroethylene'],
  ['苯酚', 'Phenol'],
  ['苯胺', 'Aniline'],
  ['硫酸二甲酯', 'Dimethyl sulfate'],
  ['氟化钠', 'Sodium fluoride'],
  ['氰化钠', 'Sodium cyanide'],
  ['氰化钾', 'Potassium cyanide'],
]

export const goods: Record<string, Text> = Object.fromEntries(
  common.map(([zh, en]) => [zh, text(zh, en)]),
)

const separator = '；'

/** A name of the catalogue that the list does not have. */
export const otherGood = v.pipe(
  words(80),
  v.check((name) => !name.includes(separator), '每行只填一个品名 | one name a line'),
  v.check(
    (name) => !Object.hasOwn(goods, name.trim()),
    '列表中已有，请在列表中选择 | is on the list: choose it there',
  ),
)

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** Every good that an application names, those of the list first. */
export const goodsIn = ({ scope, otherScope }: Record<string, unknown>): string[] => [
  ...strings(scope),
  ...strings(otherScope),
]

/** 许可范围 as the licence prints it. */
export const scopeWords = (named: readonly string[]): string => named.join(separator)

/** The goods that a licence prints, as an application names them. */
export const scopeOf = (printed: string): { scope: string[]; otherScope: string[] } => {
  const named = printed.split(separator).filter((one) => one !== '')
  const isListed = (one: string) => Object.hasOwn(goods, one)
  return { scope: named.filter(isListed), otherScope: named.filter((one) => !isListed(one)) }
}
