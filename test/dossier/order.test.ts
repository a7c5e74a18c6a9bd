// Do the papers of a case lie in the order of the archive, all of them and each once, and is every missing one named?
import { expect, test } from 'vitest'
import {
  type DossierDocument,
  type DossierFile,
  type DossierMaterial,
  handlersIn,
  orderDossier,
} from '../../domain/dossier/order.ts'
import { checksums, dossierSheet } from '../../domain/dossier/sheet.ts'
import { mayTakeDossier } from '../../domain/dossier/sight.ts'
import { dossier } from '../../domain/enforcement-case/dossier.ts'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import type { EventDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { processes } from '../../domain/processes.ts'
import { day, investigated, matter, prosecuting } from '../enforcement-case/samples.ts'
import { actor } from '../support/people/cast.ts'

const at = '2026-03-02T01:00:00.000Z'
const document = (kind: string, seq: number, more: Partial<DossierDocument> = {}) => ({
  id: `d${kind}${seq}`,
  kind,
  title: enforcementCase.documents?.find(({ id }) => id === kind)?.words.zh ?? kind,
  number: `${seq}号`,
  state: 'issued' as const,
  seq,
  version: 1,
  at,
  sha256: 'a'.repeat(64),
  ...more,
})
const file = (id: string, more: Partial<DossierFile> = {}): DossierFile => ({
  id,
  name: `${id}.jpg`,
  type: 'image/jpeg',
  sha256: 'b'.repeat(64),
  at,
  ...more,
})
const record = (acts: string[]): CaseRecord =>
  ({
    data: Object.fromEntries(acts.map((act) => [act, {}])),
    snapshot: { value: {}, context: {}, status: 'active' },
    openTasks: {},
    openedAt: at,
  }) as unknown as CaseRecord
test('whoever of the authorities has acted or signed is a handler, the party is none', () => {
  const person = (name: string, office: string) => ({ kind: 'person', name, office })
  const facts = [
    { seq: 1, type: 'propose-filing', data: {}, actor: person('林队', '330802-bureau') },
    { seq: 2, type: 'urge', data: {}, actor: person('旁人', '330802-bureau') },
    {
      seq: 3,
      type: 'record-evidence',
      data: { signatures: [{ name: '林队' }, { name: '吴队' }] },
      actor: person('吴队', '330802-bureau'),
    },
    { seq: 4, type: 'state-defence', data: {}, actor: person('毛总', 'enterprise:e-1') },
    { seq: 5, type: 'window-lapsed', data: {}, actor: { kind: 'clock' } },
  ]
  expect(handlersIn(enforcementCase, facts)).toEqual(['林队', '吴队'])
})

const ordered = (more: Partial<DossierMaterial>) =>
  orderDossier(enforcementCase, dossier, {
    record: record([]),
    facts: [],
    documents: [],
    files: [],
    ...more,
  })
const names = (more: Partial<DossierMaterial>) =>
  ordered(more).parts.map(({ words, papers }) => [
    words.zh,
    ...papers.map((one) => (one.kind === 'document' ? one.document.kind : one.file.id)),
  ])

test('the decision comes first and the closing last; evidence in the order in which it was taken; the rest behind', () => {
  const facts = [
    { seq: 4, type: 'record-evidence', data: { files: ['photo-2', 'photo-1'] } },
    { seq: 9, type: 'record-evidence', data: { files: ['photo-3'] } },
    { seq: 1, type: 'propose-filing', data: { attachments: ['clue'] } },
    { seq: 12, type: 'record-payment', data: { files: ['voucher'] } },
  ]
  expect(
    names({
      facts,
      documents: [
        document('approve-filing', 2),
        document('approve-closing', 20),
        document('notify-penalty', 10),
        document('decide-penalty', 11),
        document('receipt', 13),
        document('receipt', 12),
        document('a-kind-of-tomorrow', 14),
        document('notify-penalty', 8, { state: 'void' }),
      ],
      files: ['voucher', 'photo-1', 'photo-2', 'photo-3', 'clue', 'stray'].map((id) => file(id)),
    }),
  ).toEqual([
    ['处罚决定', 'decide-penalty'],
    ['送达', 'receipt', 'receipt'],
    ['立案', 'approve-filing', 'clue'],
    ['证据', 'photo-2', 'photo-1', 'photo-3'],
    ['告知、陈述申辩、听证', 'notify-penalty'],
    ['履行、强制执行', 'voucher'],
    ['结案', 'approve-closing'],
    ['其他材料', 'a-kind-of-tomorrow', 'stray'],
    ['作废、已被替换的文书', 'notify-penalty'],
  ])
})

test('the statement of a person lies with that of the enterprise, and behind it', () => {
  const facts = [
    { seq: 6, type: 'state-party-defence', data: { item: 'party:1', papers: ['of-person'] } },
    { seq: 7, type: 'waive-party-rights', data: { item: 'party:2', papers: ['of-other'] } },
    { seq: 8, type: 'state-defence', data: { files: ['of-unit'] } },
  ]
  const files = ['of-person', 'of-other', 'of-unit'].map((id) => file(id))
  expect(names({ facts, files })).toEqual([
    ['告知、陈述申辩、听证', 'of-unit', 'of-person', 'of-other'],
  ])
})

test('what a confidential answer has brought is left out, also of what was only proposed', () => {
  const data = { questioned: 'secret', files: ['p'] }
  const facts = [
    { seq: 1, type: 'propose', data: { event: 'record-evidence', form: data } },
    { seq: 2, type: 'record-evidence', data },
  ]
  expect(names({ facts, files: [file('p'), file('secret')] })).toEqual([['证据', 'p']])
})

test.each(Object.values(processes).filter((one) => one.dossier))(
  'every document of $id and every act that brings files has one place in its dossier',
  ({ dossier: declared, documents = [], start, events, items = [] }) => {
    const parts = declared?.parts ?? []
    const kinds = parts.flatMap((part) => part.documents ?? [])
    expect(kinds.toSorted()).toEqual(documents.map(({ id }) => id).toSorted())
    const withFiles = (acts: Record<string, EventDefinition>) =>
      Object.entries(acts).flatMap(([type, { fields }]) =>
        fields.some(({ kind }) => kind === 'files') ? [type] : [],
      )
    const bringing = [{ [start.type]: start }, events, ...items.map((item) => item.events)]
    const placed = parts.flatMap((part) => part.files ?? [])
    expect(placed.toSorted()).toEqual(bringing.flatMap(withFiles).toSorted())
    expect(new Set(placed).size).toBe(placed.length)
    const needed = parts.flatMap(({ needs = [] }) => needs)
    for (const need of needed)
      expect('document' in need ? kinds : placed).toContain(
        'document' in need ? need.document : need.file,
      )
  },
)

test('what the course of the case requires and is not there is named; what it does not require is not', () => {
  const missing = (acts: string[], more: Partial<DossierMaterial> = {}) =>
    ordered({ record: record(acts), ...more }).missing.map(({ zh }) => zh)
  expect(missing(['propose-filing'])).toEqual([])
  const acts = ['propose-filing', 'approve-filing', 'record-evidence', 'decide-penalty']
  expect(missing(acts)).toEqual(['行政处罚决定书', '立案审批表', '证据材料'])
  const facts = [{ seq: 3, type: 'record-evidence', data: { files: ['p'] } }]
  const held = { facts, files: [file('p')] }
  const both = [document('approve-filing', 2), document('decide-penalty', 4)]
  expect(missing(acts, { ...held, documents: both })).toEqual([])
  const voided = [document('approve-filing', 2), document('decide-penalty', 4, { state: 'void' })]
  expect(missing(acts, { ...held, documents: voided })).toEqual(['行政处罚决定书'])
  const issuing = [both[0], document('decide-penalty', 4, { state: 'issuing', sha256: null })]
  expect(missing(acts, { ...held, documents: issuing as DossierDocument[] })).toEqual([
    '行政处罚决定书（尚未制作完成）',
  ])
})

test('a case as it is played names the evidence that nobody has brought', () => {
  const whole = prosecuting(matter, day, ...investigated()).record()
  const missing = orderDossier(enforcementCase, dossier, {
    record: whole,
    facts: [],
    documents: [],
    files: [],
  }).missing
  expect(missing.map(({ zh }) => zh)).toContain('证据材料')
})

test('the cover says what the case says, names in the archive can be unpacked anywhere and are different', () => {
  const files = [file('a/b:"c"', { name: 'a/b:"c"?.JPG' }), file('无', { name: '...' })]
  const sheet = dossierSheet(
    {
      title: '未设置警示标志',
      number: '衢柯执法〔2026〕0001号',
      office: '衢州市柯城区应急管理局',
      party: { name: '某公司', code: '', address: '' },
      partyName: '',
      openedAt: at,
      closedAt: null,
      handlers: ['林队', '吴队'],
      rows: [['处理结果', '罚款']],
      at,
    },
    ordered({ files, documents: [document('decide-penalty', 1)] }),
  )
  expect(sheet.cover).toEqual([
    ['案件编号', '衢柯执法〔2026〕0001号'],
    ['案由', '未设置警示标志'],
    ['当事人', '某公司'],
    ['处理结果', '罚款'],
    ['立案日期', '2026年3月2日'],
    ['承办人', '林队、吴队'],
    ['办案机关', '衢州市柯城区应急管理局'],
    ['卷内材料', '3 件'],
    ['编制日期', '2026年3月2日'],
  ])
  expect(sheet.entries.map(({ path }) => path)).toEqual([
    '001 行政处罚决定书 1号.pdf',
    '002 a b c.jpg',
    '003 材料.bin',
  ])
  expect(checksums([{ path: '001 a.pdf', sha256: 'ab', size: 1 }])).toBe('ab  001 a.pdf\n')
})

test('who handles the case and who answers for that may take it; a colleague, the party and a machine may not', () => {
  const whole = prosecuting(matter, day, ...investigated()).record()
  const may = (who: string) => mayTakeDossier(whole, actor(who))
  expect(['lin', 'chen', 'gao'].map(may)).toEqual([true, true, true])
  expect(['kou', 'qi', 'mao'].map(may)).toEqual([false, false, false])
})
