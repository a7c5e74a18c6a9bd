// What is measured under which code, in which unit, and what can it be at all?
import type { Text } from '../../frames/words.ts'

/** `least` and `most` bound what is physically possible, not what is allowed; a value outside says that the instrument is wrong. */
export type Factor = {
  code: string
  name: Text
  unit: string
  least: number
  most: number
  sumUnit: string | null
}

const flow = 'm³'
const mass = 'kg'
type Row = readonly [
  code: string,
  zh: string,
  en: string,
  unit: string,
  least: number,
  most: number,
  sumUnit?: string,
]

const water: Row[] = [
  ['w00000', '污水流量', 'sewage flow', 'L/s', 0, 100_000, flow],
  ['w01001', 'pH 值', 'pH', 'pH', 0, 14],
  ['w01002', '色度', 'colour', '度', 0, 10_000],
  ['w01003', '浑浊度', 'turbidity', 'NTU', 0, 10_000],
  ['w01006', '溶解性总固体', 'dissolved solids', 'mg/L', 0, 300_000, mass],
  ['w01009', '溶解氧', 'dissolved oxygen', 'mg/L', 0, 60],
  ['w01010', '水温', 'water temperature', '℃', -10, 110],
  ['w01012', '悬浮物', 'suspended solids', 'mg/L', 0, 100_000, mass],
  ['w01014', '电导率', 'conductivity', 'μS/cm', 0, 1_000_000],
  ['w01017', '五日生化需氧量', 'BOD5', 'mg/L', 0, 100_000, mass],
  ['w01018', '化学需氧量', 'COD', 'mg/L', 0, 100_000, mass],
  ['w01019', '高锰酸盐指数', 'CODMn', 'mg/L', 0, 10_000, mass],
  ['w01020', '总有机碳', 'TOC', 'mg/L', 0, 50_000, mass],
  ['w19002', '阴离子表面活性剂', 'anionic surfactants', 'mg/L', 0, 10_000, mass],
  ['w20111', '总汞', 'mercury', 'μg/L', 0, 100_000, 'g'],
  ['w20115', '总镉', 'cadmium', 'μg/L', 0, 1_000_000, 'g'],
  ['w20116', '总铬', 'chromium', 'mg/L', 0, 10_000, mass],
  ['w20117', '六价铬', 'chromium VI', 'μg/L', 0, 10_000_000, 'g'],
  ['w20119', '总砷', 'arsenic', 'μg/L', 0, 1_000_000, 'g'],
  ['w20120', '总铅', 'lead', 'μg/L', 0, 1_000_000, 'g'],
  ['w20121', '总镍', 'nickel', 'mg/L', 0, 10_000, mass],
  ['w20122', '总铜', 'copper', 'mg/L', 0, 10_000, mass],
  ['w20123', '总锌', 'zinc', 'mg/L', 0, 10_000, mass],
  ['w20124', '总锰', 'manganese', 'mg/L', 0, 10_000, mass],
  ['w20125', '总铁', 'iron', 'mg/L', 0, 10_000, mass],
  ['w21001', '总氮', 'total nitrogen', 'mg/L', 0, 20_000, mass],
  ['w21003', '氨氮', 'ammonia nitrogen', 'mg/L', 0, 20_000, mass],
  ['w21007', '硝酸盐氮', 'nitrate', 'mg/L', 0, 20_000, mass],
  ['w21011', '总磷', 'total phosphorus', 'mg/L', 0, 10_000, mass],
  ['w21016', '氰化物', 'cyanide', 'mg/L', 0, 10_000, mass],
  ['w21017', '氟化物', 'fluoride', 'mg/L', 0, 20_000, mass],
  ['w21019', '硫化物', 'sulphide', 'mg/L', 0, 10_000, mass],
  ['w21022', '氯化物', 'chloride', 'mg/L', 0, 300_000, mass],
  ['w22001', '石油类', 'petroleum', 'mg/L', 0, 100_000, mass],
  ['w23002', '挥发酚', 'volatile phenol', 'mg/L', 0, 50_000, mass],
]

const air: Row[] = [
  ['a00000', '废气流量', 'flue gas flow', 'm³/s', 0, 10_000, flow],
  ['a01001', '气温', 'air temperature', '℃', -60, 80],
  ['a01002', '湿度', 'humidity', '%', 0, 100],
  ['a01006', '气压', 'air pressure', 'kPa', 40, 120],
  ['a01007', '风速', 'wind speed', 'm/s', 0, 100],
  ['a01008', '风向', 'wind direction', '°', 0, 360],
  ['a01010', '林格曼黑度', 'Ringelmann number', '级', 0, 5],
  ['a01011', '烟气流速', 'flue gas velocity', 'm/s', 0, 100],
  ['a01012', '烟气温度', 'flue gas temperature', '℃', -50, 2000],
  ['a01013', '烟气压力', 'flue gas pressure', 'kPa', -100, 500],
  ['a01014', '烟气湿度', 'flue gas humidity', '%', 0, 100],
  ['a01017', '烟气动压', 'dynamic pressure', 'kPa', -10, 100],
  ['a01901', '炉膛平均温度', 'furnace temperature', '℃', -50, 2500],
  ['a01902', '炉膛 DCS 温度', 'furnace temperature by DCS', '℃', -50, 2500],
  ['a05001', '二氧化碳', 'carbon dioxide', 'mg/m³', 0, 1_000_000, mass],
  ['a05002', '甲烷', 'methane', 'mg/m³', 0, 700_000, mass],
  ['a19001', '氧含量', 'oxygen', '%', 0, 30],
  ['a20057', '汞及其化合物', 'mercury', 'mg/m³', 0, 1000, mass],
  ['a21001', '氨', 'ammonia', 'mg/m³', 0, 100_000, mass],
  ['a21002', '氮氧化物', 'nitrogen oxides', 'mg/m³', 0, 50_000, mass],
  ['a21003', '一氧化氮', 'nitric oxide', 'mg/m³', 0, 50_000, mass],
  ['a21004', '二氧化氮', 'nitrogen dioxide', 'mg/m³', 0, 50_000, mass],
  ['a21005', '一氧化碳', 'carbon monoxide', 'mg/m³', 0, 1_000_000, mass],
  ['a21018', '氟化物', 'fluorides', 'mg/m³', 0, 10_000, mass],
  ['a21022', '氯气', 'chlorine', 'mg/m³', 0, 100_000, mass],
  ['a21024', '氯化氢', 'hydrogen chloride', 'mg/m³', 0, 100_000, mass],
  ['a21026', '二氧化硫', 'sulphur dioxide', 'mg/m³', 0, 100_000, mass],
  ['a21028', '硫化氢', 'hydrogen sulphide', 'mg/m³', 0, 100_000, mass],
  ['a24087', '总烃', 'total hydrocarbons', 'mg/m³', 0, 500_000, mass],
  ['a24088', '非甲烷总烃', 'non-methane hydrocarbons', 'mg/m³', 0, 500_000, mass],
  ['a25002', '苯', 'benzene', 'mg/m³', 0, 100_000, mass],
  ['a25003', '甲苯', 'toluene', 'mg/m³', 0, 100_000, mass],
  ['a25005', '二甲苯', 'xylene', 'mg/m³', 0, 100_000, mass],
  ['a34001', '总悬浮颗粒物', 'suspended particles', 'μg/m³', 0, 100_000, mass],
  ['a34002', 'PM10', 'PM10', 'μg/m³', 0, 100_000, mass],
  ['a34004', 'PM2.5', 'PM2.5', 'μg/m³', 0, 100_000, mass],
  ['a34013', '烟尘', 'dust', 'mg/m³', 0, 100_000, mass],
  ['L10', '累计百分声级 L10', 'L10', 'dB', 0, 180],
  ['LA', 'A 声级', 'sound level A', 'dB', 0, 180],
  ['Leq', '等效声级', 'equivalent sound level', 'dB', 0, 180],
]

/** Every code that this platform knows, with unit and physical range. */
export const factors: Record<string, Factor> = Object.fromEntries(
  [...water, ...air].map(([code, zh, en, unit, least, most, sumUnit = null]) => [
    code,
    { code, name: { zh, en }, unit, least, most, sumUnit },
  ]),
)

/** Codes of 2005 → today's; none of them is a code of today. */
export const formerCodes: Record<string, string> = {
  B01: 'w00000',
  '001': 'w01001',
  '002': 'w01002',
  '003': 'w01012',
  '010': 'w01017',
  '011': 'w01018',
  '015': 'w01020',
  '020': 'w20111',
  '022': 'w20115',
  '023': 'w20116',
  '024': 'w20117',
  '026': 'w20119',
  '027': 'w20120',
  '028': 'w20121',
  '029': 'w20122',
  '030': 'w20123',
  '060': 'w21003',
  '065': 'w21001',
  '101': 'w21011',
  B02: 'a00000',
  '01': 'a34013',
  '02': 'a21026',
  '03': 'a21002',
  '04': 'a21005',
  '05': 'a21028',
  '08': 'a21024',
  '10': 'a21001',
  11: 'a21022',
  S01: 'a19001',
  S02: 'a01011',
  S03: 'a01012',
  S04: 'a01017',
  S05: 'a01014',
  S08: 'a01013',
}
