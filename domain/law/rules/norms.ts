// How is each norm called in an explanation, in both languages?

import { type Text, text } from '../../language/words.ts'
import type { Day } from '../../time/days.ts'
import { writeItem, writeOrdinal } from './articles.ts'

/** Short names as lawyers write them; `令36号` = 原国家安全监管总局令第36号. */
export const norms = {
  civil1986: text('民法通则', 'General Principles of Civil Law'),
  civil2017: text('民法总则', 'General Provisions of Civil Law'),
  civil: text('民法典', 'Civil Code'),
  civilProcedure: text('民事诉讼法', 'Civil Procedure Law'),
  licensing: text('行政许可法', 'Administrative Licensing Law'),
  penalty1996: text('行政处罚法（1996）', 'Administrative Penalty Law (1996)'),
  penalty2021: text('行政处罚法（2021）', 'Administrative Penalty Law (2021)'),
  coercion: text('行政强制法', 'Administrative Coercion Law'),
  reconsideration: text('行政复议法', 'Administrative Reconsideration Law'),
  litigation: text('行政诉讼法', 'Administrative Litigation Law'),
  litigation1989: text('行政诉讼法（1989）', 'Administrative Litigation Law (1989)'),
  safety2002: text('安全生产法（2002）', 'Work Safety Law (2002)'),
  safety2014: text('安全生产法（2014）', 'Work Safety Law (2014)'),
  safety: text('安全生产法（2021）', 'Work Safety Law (2021)'),
  order15: text(
    '安全生产违法行为行政处罚办法（令15号）',
    'Work-safety Penalty Measures (Order 15)',
  ),
  order77: text(
    '安全生产违法行为行政处罚办法（令15号，令77号修正）',
    'Work-safety Penalty Measures (Order 15 as amended by Order 77)',
  ),
  order18: text(
    '安全生产违法行为行政处罚办法（应急令18号，文本待载入）',
    'Work-safety Penalty Measures (MEM Order 18, text not yet loaded)',
  ),
  order16: text('安全生产事故隐患排查治理暂行规定（令16号）', 'Hazard Provisions (Order 16)'),
  order36: text(
    '建设项目安全设施“三同时”监督管理办法（令36号）',
    'Three Simultaneities Measures (Order 36)',
  ),
  order45: text(
    '危险化学品建设项目安全监督管理办法（令45号）',
    'Hazchem Project Measures (Order 45)',
  ),
  order55: text(
    '危险化学品经营许可证管理办法（令55号）',
    'Hazchem Business Licence Measures (Order 55)',
  ),
  hazchemLaw: text(
    '危险化学品安全法（2026-05-01起，时限待载入）',
    'Hazardous Chemicals Safety Law (from 2026-05-01, clocks not yet loaded)',
  ),
  hazchemRegulation: text('危险化学品安全管理条例', 'Hazchem Regulations'),
  productionLicence: text('安全生产许可证条例', 'Safety Production Licence Regulations'),
  order493: text(
    '生产安全事故报告和调查处理条例（493号）',
    'Accident Reporting Regulations (State Council Order 493)',
  ),
  disclosure: text('政府信息公开条例（2019）', 'Regulations on Open Government Information (2019)'),
  order21: text(
    '生产安全事故信息报告和处置办法（令21号）',
    'Accident Information Measures (Order 21)',
  ),
  order708: text(
    '生产安全事故应急条例（708号）',
    'Accident Emergency Regulations (State Council Order 708)',
  ),
  plans: text('生产安全事故应急预案管理办法（应急令2号）', 'Emergency Plan Measures (MEM Order 2)'),
  plan2006: text('国家突发公共事件总体应急预案（2006）', 'National Emergency Plan (2006)'),
  transfer: text(
    '行政执法机关移送涉嫌犯罪案件的规定（310号）',
    'Provisions on Transfer of Suspected Crimes (State Council Order 310)',
  ),
  joint2019: text(
    '安全生产行政执法与刑事司法衔接工作办法（应急〔2019〕54号）',
    'Measures on work-safety enforcement and criminal justice (MEM [2019] No. 54)',
  ),
  petition: text('信访工作条例', 'Petition Work Regulations'),
  reports2012: text('安监总财〔2012〕63号', 'SAWS Finance [2012] No. 63'),
  order40: text(
    '危险化学品重大危险源监督管理暂行规定（令40号）',
    'Major Hazard Source Provisions (Order 40)',
  ),
  specialLaw: text('特种设备安全法', 'Special Equipment Safety Law'),
  specialRegulation: text('特种设备安全监察条例', 'Special Equipment Regulations'),
  specialInspection: text(
    '特种设备安全监督检查办法（2022）',
    'Special Equipment Inspection Measures (2022)',
  ),
  specialLocal: text('地方特种设备（电梯）条例', 'local lift regulations'),
  cylinders: text('气瓶安全技术规程', 'Gas cylinder safety code'),
  order30: text(
    '特种作业人员安全技术培训考核管理规定（令30号）',
    'Special Operations Training Provisions (Order 30)',
  ),
  specialWork: text(
    '危险化学品企业特殊作业安全规范（GB 30871-2022）',
    'Special-work Safety Code (GB 30871-2022)',
  ),
  construction: text('建设工程安全生产管理条例', 'Construction Safety Regulations'),
  constructionStaff: text(
    '建筑施工企业三类人员、特种作业人员管理规定',
    'Provisions on construction safety staff',
  ),
  credit2015: text('安委办〔2015〕14号', 'Safety Committee Office [2015] No. 14'),
  credit2017: text('安监总办〔2017〕49号', 'SAWS Office [2017] No. 49'),
  credit2023: text(
    '安全生产严重失信主体名单管理办法（应急令11号）',
    'Serious Dishonesty List Measures (MEM Order 11)',
  ),
  qingdao: text(
    '青岛2012“3+X”办法（外地做法，市级可调整）',
    'Qingdao 2012 “3+X” rules (another city’s practice, adjustable)',
  ),
  hubei: text(
    '鄂安〔2010〕20号（外地做法，市级可调整）',
    'Hubei [2010] No. 20 (another province’s practice, adjustable)',
  ),
  henan: text('河南省较大事故挂牌督办做法', 'Henan practice for larger accidents'),
  local: text('地方规定（须由本市确认）', 'local rules (to be confirmed by the city)'),
  promise: text(
    '承诺时限（外地示例，须由本市确认）',
    'promised limits (examples elsewhere, to be confirmed by the city)',
  ),
  inspections2024: text(
    '关于严格规范涉企行政检查的意见（国办发〔2024〕54号）',
    'Opinions on inspections of enterprises (State Council Office [2024] No. 54)',
  ),
  plans2017: text(
    '安全生产年度监督检查计划编制办法（安监总政法〔2017〕150号）',
    'Measures for Yearly Inspection Plans (SAWS Policy and Law [2017] No. 150)',
  ),
  design: text('本系统约定', 'design convention of the platform'),
} as const satisfies Record<string, Text>

export type NormId = keyof typeof norms
/** Rules and practice of other places, and what a city has to decide for itself. */
const elsewhere: ReadonlySet<NormId> = new Set([
  'qingdao',
  'hubei',
  'henan',
  'local',
  'specialLocal',
  'promise',
])
export const isElsewhere = (norm: NormId): boolean => elsewhere.has(norm)

/** The law of periods in force on a day, with its articles: 201 start excluded, 202 months, 203 the last day. */
export const civilLawOn = (day: Day, articles: '201' | '201、202' | '201–203' | '203'): Cite => {
  if (day >= '2021-01-01') return ['civil', articles]
  return day >= '2017-10-01' ? ['civil2017', articles] : ['civil1986', '154']
}

/** A norm with its articles, as '42、82' or '32.1(4)' (article, paragraph, item); empty where the norm has no numbered articles. */
export type Cite = readonly [norm: NormId, articles: string]

/** "行政许可法第42、82条；…", "《行政许可法》第三十二条第一款第（四）项" where an item is named, and the English form. */
export const citeText = (cites: readonly Cite[]): Text => ({
  zh: cites.map(citeChinese).join('；'),
  en: cites.map(citeEnglish).join('; '),
})

// One citation is written in one style: where one place is an item, its articles are written out too.
function citeChinese([norm, articles]: Cite): string {
  const name = norms[norm].zh
  if (articles === '') return name
  if (!articles.includes('(')) return `${name}第${articles}条`
  const places = articles
    .split('、')
    .map((place) => writeItem(place) ?? `第${writeOrdinal(Number(place))}条`)
  return `${quoteNorm(name)}${places.join('、')}`
}

function citeEnglish([norm, articles]: Cite): string {
  const name = norms[norm].en
  if (articles === '') return name
  return `${name} art. ${articles.replaceAll('、', ', ').replace(/\.(\d+)\(/g, '($1)(')}`
}

/**
 * Behind a sentence, what it rests on: "（行政许可法第42条）", and "，依据建设项目安全设施“三同时”监督管理办法（令36号）第14条" of what has
 * brackets of its own, which are not nested (GB/T 15834-2011, 4.9.3.5); in English likewise.
 */
export const onGround = ({ zh, en }: Text): Text => ({
  zh: zh.includes('（') ? `，依据${zh}` : `（${zh}）`,
  en: en.includes('(') ? `, under ${en}` : ` (${en})`,
})

/** 《行政许可法》; what stands in brackets behind the name stays outside: 《安全生产法》（2021）. */
export const quoteNorm = (name: string): string =>
  name.replace(/^[^（]+/, (title) => `《${title}》`)
