// Does the task list of an application say rightly how far each section is?
import { expect, test } from 'vitest'

import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { text } from '../../../domain/language/words.ts'
import { act } from '../../../domain/model/act.ts'
import { field } from '../../../domain/model/field.ts'
import { asUpload } from '../../../ui/form/form-draft.ts'
import type { Values } from '../../../ui/form/form-values.ts'
import { sectionsOf, standingOf } from '../../../ui/report/sections.ts'

const kept = {
  key: 'k',
  name: 'a.pdf',
  type: 'application/pdf',
  size: 1,
  keptAt: '',
  taken: {},
  stored: null,
  storedAt: null,
}
const stored = {
  ...kept,
  stored: { id: 'f', name: 'a.pdf', type: '', size: 1, url: '', sha256: '', taken: null },
}

test('an application for a licence has sections, a report of a hazard is one page', () => {
  expect(sectionsOf(hazchemLicence.start.fields).map(({ words }) => words.zh)).toEqual([
    '申请类型',
    '原许可证',
    '经营事项',
    '申请材料',
    '送达方式',
  ])
  expect(sectionsOf(hazardRectification.start.fields)).toEqual([])
})
test('a section is to do, begun, done, or need not be filled; files on their way keep it open', () => {
  const of = text('甲', 'A')
  const { fields } = act({
    words: text('', ''),
    fields: {
      a: field.text('a', 'a'),
      b: field.text('b', 'b'),
      c: field.files('c', 'c').optional(),
    },
  })
  const section = { id: 's', words: of, fields }
  const state = (values: Values) => standingOf(section, values).state
  expect(state({})).toBe('todo')
  expect(state({ a: 'x', b: ' ' })).toBe('begun')
  expect(state({ a: 'x', b: 'y' })).toBe('done')
  expect(state({ a: 'x', b: 'y', c: [asUpload(kept)] })).toBe('sending')
  expect(standingOf(section, { a: 'x', b: 'y', c: [asUpload(stored)] })).toEqual({
    state: 'done',
    filled: 3,
    all: 3,
  })
  expect(standingOf({ ...section, fields: [fields[2]!] }, {})).toEqual({
    state: 'optional',
    filled: 0,
    all: 1,
  })
})
