// Does an answer to what was asked for replace that and nothing else, and does what it replaces stay?
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { text } from '../../../domain/language/words.ts'
import { act } from '../../../domain/model/act.ts'
import { field } from '../../../domain/model/field.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { FactField, FileView, ItemView } from '../../../domain/views/answers/fact-views.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { materialsIn } from '../../../domain/views/materials.ts'

const file = (id: string): FileView => ({
  id,
  name: `${id}.pdf`,
  type: 'application/pdf',
  size: 1,
  url: `/api/files/${id}`,
})
const item = (words: string, files: string[], note: string | null = null): ItemView => ({
  item: words,
  passed: true,
  words: text('已补正', 'Supplied'),
  note,
  before: [],
  after: files.map(file),
})
const happened = (seq: number, type: string, fields: FactField[]): TimelineItem => ({
  seq,
  type,
  title: text(type, type),
  who: text('本企业', 'Your enterprise'),
  occurredAt: `2026-03-0${seq}T01:00:00.000Z`,
  recordedAt: `2026-03-0${seq}T01:00:00.000Z`,
  audience: 'party' as const,
  state: null,
  kind: 'event' as const,
  hash: '',
  fields,
})
const brings = (name: string, ids: string[]): FactField => {
  const { words } = hazchemLicence.start.fields.find((one) => one.name === name)!
  return { name, label: words, value: text('', ''), files: ids.map(file) }
}
const answers = (items: ItemView[]): FactField => ({
  name: 'answers',
  label: text('逐项补正', 'Item by item'),
  value: text('', ''),
  items,
})
const all = () => true
const versions = (
  timeline: TimelineItem[],
  process: Pick<ProcessDefinition, 'start'> = hazchemLicence,
) =>
  Object.fromEntries(
    materialsIn(process, timeline, all).map(({ label, versions }) => [
      label.zh,
      versions.map(({ files }) => files.map(({ id }) => id).join()),
    ]),
  )

const applied = happened(1, 'apply', [brings('form', ['a1']), brings('premises', ['b1', 'b2'])])

describe('the materials of a case', () => {
  test('are what its application asks for, also while it is missing', () => {
    expect(versions([applied])).toEqual({
      申请书: ['a1'],
      经营场所产权或者租赁证明: ['b1,b2'],
      '负责人、管理和业务人员资格证明': [],
      安全管理制度和岗位操作规程目录: [],
      储存设施证明材料: [],
    })
  })
  test('an answer makes a new version of what it names, and touches nothing else', () => {
    const answered = happened(3, 'supplement', [
      answers([item('申请书：缺法定代表人签字', ['a2'], '已签'), item('消防验收意见', ['x1'])]),
    ])
    const found = versions([applied, happened(2, 'require-supplement', []), answered])
    expect(found).toMatchObject({
      申请书: ['a1', 'a2'],
      经营场所产权或者租赁证明: ['b1,b2'],
      消防验收意见: ['x1'],
    })
    const [form] = materialsIn(hazchemLicence, [applied, answered], all)
    expect(form?.versions[1]).toMatchObject({
      version: 2,
      seq: 3,
      at: '2026-03-03T01:00:00.000Z',
      note: '已签',
      who: { zh: '本企业' },
    })
  })
  test('asked for twice has three versions; an answer without files brings none', () => {
    const again = (seq: number, id: string[]) =>
      happened(seq, 'supplement', [answers([item('申请书', id)])])
    expect(versions([applied, again(3, ['a2']), again(4, []), again(5, ['a3'])]).申请书).toEqual([
      'a1',
      'a2',
      'a3',
    ])
  })
  test('the longest name wins where one begins with another', () => {
    const { fields } = act({
      words: text('', ''),
      fields: { a: field.files('证明', 'Proof'), b: field.files('证明材料', 'Papers') },
    })
    const start = { ...hazchemLicence.start, fields }
    expect(
      versions([happened(1, 'supplement', [answers([item('证明材料不清', ['m1'])])])], { start }),
    ).toEqual({
      证明: [],
      证明材料: ['m1'],
    })
  })
  test('no file is lost and none is listed twice, whatever was asked and answered', () => {
    const names = fc.constantFrom(
      '申请书',
      '申请书不全',
      '消防',
      '储存设施证明材料：复印件',
      '其他',
    )
    const facts = fc.array(fc.array(fc.tuple(names, fc.nat(2)), { maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(facts, (input) => {
        let n = 0
        const timeline = input.map((items, index) =>
          happened((index % 9) + 1, 'supplement', [
            answers(
              items.map(([name, count]) =>
                item(
                  name,
                  Array.from({ length: count }, () => `f${n++}`),
                ),
              ),
            ),
          ]),
        )
        const listed = materialsIn(hazchemLicence, timeline, all).flatMap(({ versions }) =>
          versions.flatMap(({ files }) => files.map(({ id }) => id)),
        )
        expect(listed.sort()).toEqual(Array.from({ length: n }, (_, index) => `f${index}`).sort())
      }),
    )
  })
})
