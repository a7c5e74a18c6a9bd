// What would a document of each type say in an invented case? For the sheet of samples and the test that renders them all.

import { type Case, compose, type Wanted, wanted } from '../../domain/documents/compose.ts'
import { followFact } from '../../domain/engine/clocks/obligations.ts'
import { applicableFields } from '../../domain/engine/judging/applicable-fields.ts'
import { begin } from '../../domain/engine/step.ts'
import { text } from '../../domain/language/words.ts'
import type { DocumentContent, DocumentDefinition } from '../../domain/model/document.ts'
import {
  definitionsOf,
  type EventDefinition,
  type Field,
  type ProcessDefinition,
} from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

export const sampleAt = '2026-04-08T02:30:00.000Z'
const decisionContext = { at: sampleAt, calendars: decreeCalendars, noticeWindowMs: 0 }
/** A name whose glyphs the body's type does not have. */
const principal: Person = {
  kind: 'person',
  id: 'p-sample',
  name: '张喆堃',
  enterprise: 'e001',
  appointments: [],
}
const party = {
  name: '衢州市柯城恒力化工有限公司',
  code: '91330802MA28FXYK3A',
  address: '衢州市柯城区东港七路18号',
}

/** Answers that read like those of an office, by the name of the field. */
const answers: Record<string, unknown> = {
  region: '330802',
  enterprise: 'e001',
  enterpriseName: party.name,
  site: '衢州市柯城区东港七路18号三号车间',
  title: '反应釜安全阀超期未校验',
  name: '年产两万吨甲醇制氢项目',
  principal: '张喆堃',
  supplier: '国网衢州供电公司',
  service: 'later',
  kind: 'new',
  drill: false,
  mode: '批发（无储存）',
  scope: '三号车间及一号罐区',
  otherScope: ['三氯化磷'],
  category: 'hazchem',
  grade: 'major',
  level: 'county',
  description:
    '三号车间R-301反应釜安全阀自2025年9月起超期未校验，铅封缺失，压力表指针不归零，现场作业人员张喆堃未能说明校验计划。',
  items: [
    '更换R-301反应釜安全阀并送检校验',
    '重新校验压力表，补齐铅封和校验标签',
    '修订特种设备定期检验台账',
  ],
  findings:
    '经现场核查，经营场所与租赁合同一致，安全管理制度和岗位操作规程齐全，主要负责人张喆堃和安全管理人员持证上岗。',
  reasons: '安全设施设计变更后未重新组织验收，储存设施与周边民用建筑的防火间距不足。',
  reason: '供货厂家因不可抗力停产，备件预计推迟到货。',
  requirements:
    '立即停止使用R-301反应釜，更换安全阀并经检验合格后方可恢复使用；整改期间落实专人值守。',
  measures: '切断R-301反应釜进料，设置警示标志，每班巡查不少于两次。',
  publicSummary: '衢州市柯城恒力化工有限公司三号车间反应釜安全阀超期未校验重大事故隐患。',
  explanation: '以上材料请使用A4纸并加盖单位公章。',
  receiver: '张喆堃',
  until: '2026-04-30',
  dueDate: '2026-06-30',
  correctBy: '2026-06-30',
  certificates: ['浙柯执法0001', '浙柯执法0002'],
  discoveredOn: '2026-04-07',
  servedOn: '2026-04-08',
  personName: '张喆堃',
  agreeingName: '张喆堃',
  identity: '330802197003150018',
  mobile: '13800000000',
  by: 10,
  cutAt: '2026-04-10T02:00:00.000Z',
}
const context = {
  validFrom: '2026-04-08',
  validUntil: '2029-04-07',
  suspendedUntil: '2026-06-30',
  until: '2029-04-08',
  removableFrom: '2027-04-09',
  listedBy: 'county',
  dueDate: '2026-06-30',
  correctBy: '2026-06-30',
  orderedOn: '2026-04-01',
  order: 'listed',
  phase: 'design',
  receivedOn: '2026-04-01',
  hearingOffered: true,
  reportedBy: 'city',
  gravestResponse: 1,
}

const answerTo = ({ name, kind, choices, people, columns = [] }: Field): unknown => {
  if (
    Object.hasOwn(answers, name) &&
    (!choices || typeof answers[name] !== 'string' || Object.hasOwn(choices, String(answers[name])))
  )
    return answers[name]
  const first = Object.keys(choices ?? {}).find((choice) => choice !== 'none')
  if (people) return '林法制'
  if (kind === 'choice') return first
  if (kind === 'choices') return first === undefined ? [] : [first]
  if (kind === 'items') return (answers.items as string[]).map((item) => ({ item, passed: true }))
  if (kind === 'rows') return [Object.fromEntries(columns.map((one) => [one.name, answerTo(one)]))]
  if (kind === 'date') return '2026-04-30'
  if (kind === 'lines') return answers.items
  return (
    { number: 3, boolean: true, files: ['f-sample'], moment: sampleAt }[kind as string] ??
    '符合规定，详见附件'
  )
}

const filled = ({ fields }: EventDefinition): Record<string, unknown> => {
  const all = Object.fromEntries(
    fields
      .filter(({ systemSupplied, name }) => !systemSupplied && name !== 'opinion')
      .map((one): [string, unknown] => [one.name, answerTo(one)]),
  )
  const fieldNames = new Set(applicableFields(fields, all).map(({ name }) => name))
  return Object.fromEntries(Object.entries(all).filter(([name]) => fieldNames.has(name)))
}

/** A case in which every act has been done once, lawful or not: enough for anything that a document may speak of. */
export const sampleCase = (process: ProcessDefinition): CaseRecord => {
  const start = { ...filled(process.start), region: answers.region, enterpriseName: party.name }
  const event = {
    type: process.start.type,
    data: start,
    by: principal,
    at: sampleAt,
    signatures: [],
  }
  const number = `衢柯${process.numberWord}〔2026〕0012号`
  const begun = begin(process, { id: 'c-sample', number }, event, decisionContext).record
  const data = Object.fromEntries(
    definitionsOf(process)
      .filter(([type]) => type !== process.start.type)
      .map(([type, definition]) => [
        type,
        {
          ...filled(definition),
          document: `（衢柯）应急〔2026〕7号`,
          licenceNumber: '浙衢柯危化经字〔2026〕000012',
          closureReckoning: [
            text('2026-01-10至2026-04-03：3次处罚，第83日，在180日内', ''),
            text('应当提请地方人民政府予以关闭（安全生产法第113条）', ''),
          ],
        },
      ]),
  )
  const open = {
    ...begun,
    data: { ...begun.data, ...data },
    snapshot: { ...begun.snapshot, context: { ...begun.snapshot.context, ...context } },
  }
  const starts = process.clocks.flatMap(({ startsOn }) => startsOn.slice(0, 1))
  const periods = starts.flatMap((type, at) =>
    followFact(
      process,
      { ...open, obligations: [] },
      { type, at: sampleAt, seq: at + 2, data: open.data[type] ?? {} },
      decisionContext,
    ),
  )
  return { ...open, obligations: periods }
}

/** Of an item: the form that opens it. */
const openingOf = (
  { items = [] }: ProcessDefinition,
  { item }: DocumentDefinition,
  { data }: CaseRecord,
): Pick<Case, 'opening'> => {
  const type = items.find(({ kind }) => kind === item)?.opens
  return type === undefined ? {} : { opening: { type, answers: data[type] ?? {} } }
}

export const sampleOf = (
  process: ProcessDefinition,
  declared: DocumentDefinition,
  type = declared.on[0] ?? '',
): { wanted: Wanted; content: DocumentContent } => {
  const record = sampleCase(process)
  const signatures = [{ name: '沈建国' }, { name: '宋卫东' }]
  const documentCase: Case = {
    process,
    record,
    party,
    act: { type, at: sampleAt, seq: 1, data: { ...record.data[type], signatures } },
    ...openingOf(process, declared, record),
  }
  const made = wanted(declared, documentCase)
  return {
    wanted: made,
    content: compose(made, {
      number: numberOf(made, record),
      code: 'K7QM-2XWD-9HNA-4RTC',
      verify: 'https://anjian.example/verify/K7QM2XWD9HNA4RTC',
    }),
  }
}

const numberOf = ({ declared: { series }, issuer }: Wanted, record: CaseRecord): string | null => {
  if (series === null) return null
  if (series === 'case') return record.number
  return 'word' in series
    ? `${issuer.short}${series.word}〔2026〕7号`
    : '浙衢柯危化经字〔2026〕000012'
}
