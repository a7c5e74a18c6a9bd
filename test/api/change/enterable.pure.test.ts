// Of which rules may administrators enter a version, with every process of the product in place?
import { expect, test } from 'vitest'
import { enterableRules } from '../../../api/change/change-views.ts'
import type { Books } from '../../../domain/change/change.ts'
import { committedRules, isInForceOn } from '../../../domain/law/rule-book.ts'
import { processes } from '../../../domain/processes.ts'

const at = '2026-12-02T02:00:00.000Z'

test('those in force today, each as it is; an acceptance that ended in 2015 stops nobody', () => {
  const listed = enterableRules(processes, { rules: committedRules } as Books, at)
  const ids = listed.map(({ rule }) => rule)
  expect(ids).toContain('hazchem-licence.review')
  expect(ids).toContain('special-work.maintenance')
  expect(ids).not.toContain('three-simultaneities.completion-decision')
  expect(ids.filter((id) => !isInForceOn(id, '2026-12-02'))).toEqual([])
})
