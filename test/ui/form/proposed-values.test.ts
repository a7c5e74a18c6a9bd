// Does a form that was proposed already say the same again when nobody changes it?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Field } from '../../../domain/model/process.ts'
import { proposedValues } from '../../../ui/case/proposed-values.ts'
import { payloadOf } from '../../../ui/form/form-values.ts'

const words = { zh: '栏', en: 'Field' }
const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name,
  kind,
  words,
  required: false,
  ...more,
})
const fields = [
  field('findings', 'long-text'),
  field('grade', 'choice', { choices: { general: words } }),
  field('percent', 'number'),
  field('seen', 'boolean', { required: true }),
  field('until', 'date'),
  field('takenAt', 'moment'),
  field('measures', 'lines'),
  field('photos', 'files'),
  field('outcomes', 'items', { items: ['护栏', '报警器'] }),
]

const word = fc.stringMatching(/^[a-z\p{Script=Han}]{1,8}$/u)
const photo = fc.uuid()
const items = fc
  .tuple(fc.boolean(), fc.option(word, { nil: undefined }), fc.array(photo, { maxLength: 2 }))
  .map(([passed, note, before]) =>
    ['护栏', '报警器'].map((item) => ({
      item,
      passed,
      ...(note ? { note } : {}),
      ...(before.length > 0 ? { before } : {}),
    })),
  )
const answers = fc.record(
  {
    findings: word,
    grade: fc.constant('general'),
    percent: fc.integer({ min: 0, max: 100 }),
    seen: fc.boolean(),
    until: fc.constant('2026-04-08'),
    takenAt: fc
      .integer({ min: 0, max: 100_000 })
      .map((minutes) => new Date(1_772_400_000_000 + minutes * 60_000).toISOString()),
    measures: fc.array(word, { minLength: 1, maxLength: 3 }),
    photos: fc.array(photo, { minLength: 1, maxLength: 3 }),
    outcomes: items,
  },
  { requiredKeys: ['seen'] },
)

it('promise (screens): the form of the second signer is filled with what was proposed and, left alone, says the same', () => {
  fc.assert(
    fc.property(answers, (data) => {
      expect(payloadOf(fields, proposedValues(fields, data, []))).toEqual(data)
    }),
  )
})
