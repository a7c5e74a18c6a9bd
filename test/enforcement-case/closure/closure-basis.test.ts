// What does a bureau read of the hazards and penalties that other places keep of an enterprise whose closure it counts?
import { expect, it } from 'vitest'
import { closureBasis } from '../../../domain/enforcement-case/closure/closure-basis.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { day, decided, matter, prosecuting } from '../samples.ts'

const counting = prosecuting(matter, day, ...decided).record()
const hazardIn = (region: CaseRecord['region']): CaseRecord => ({
  ...counting,
  id: 'c-hazard',
  number: '衢隐〔2026〕0007号',
  title: '举报人王某反映的反应釜隐患',
  process: 'hazard-rectification',
  region,
  snapshot: { ...counting.snapshot, context: { grade: 'major' } },
})
const said = (where: CaseRecord['region'], by: CaseRecord['region'] = '330802') => {
  const law = { at: `${day}T01:00:00.000Z`, past: [hazardIn(where)] }
  return JSON.stringify(closureBasis({ ...counting, region: by }, law).reckoning)
}

it('names a major hazard of another place by its number alone', () => {
  expect(said('330881')).toContain('0007号')
  expect(said('330881')).not.toContain('王某')
  expect(said('330800')).not.toContain('王某')
})

it('names one that it answers for itself with what it is about', () => {
  expect(said('330802')).toContain('王某')
  expect(said('330881', '330800')).toContain('王某')
})
