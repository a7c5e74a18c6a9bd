// What is said of one violation and its standard in the tests?
import type { ChosenEntry } from '../../../domain/model/decision-context.ts'
import { officeId } from '../../../domain/organisation/offices.ts'
import type { settleThem } from '../../support/people/people.ts'

export const day = '2026-03-02'

export const steps = [
  { step: 'minor', facts: '一处', others: '警告' },
  { step: 'ordinary', facts: '二处以上', from: 5_000, to: 15_000 },
  { step: 'serious', facts: '拒不改正', from: 15_000, to: 50_000 },
]

export const cause = {
  act: '未设置安全警示标志',
  duty: '《安全生产法》第三十五条',
  penalty: '《安全生产法》第九十九条第一项',
  level: 'county',
  standard: '示例裁量基准（2026）',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  firstSpared: true,
  minorSpared: false,
  steps,
}

/** As a reviewer fills in the form of a new one. */
export const typed = {
  ...cause,
  number: 'AQ-0099-1',
  region: '330800',
  from: day,
  reason: '公布裁量基准',
}

export const entry: ChosenEntry = {
  id: 'cause-1',
  number: typed.number,
  version: 1,
  region: '330800',
  owner: null,
  standing: 'in-force',
  from: '2026-01-01',
  data: cause,
}

/** Who keeps the standards of the city: a legal reviewer and an administrator. */
export const keepers: Parameters<typeof settleThem>[1] = {
  bian: ['卞审核', 'legal-reviewer', officeId('legal', '330800'), '330800', null],
  guan: ['管理员', 'administrator', officeId('administration', '330800'), '330800', null],
}
