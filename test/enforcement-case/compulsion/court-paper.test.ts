// Does the paper to the court say truly whether the party has sought a remedy (强制法 53)?
import { expect, it } from 'vitest'
import { wantedBy } from '../../../domain/documents/compose.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, demanded, matter, prosecuting, sample } from '../samples.ts'
import { changed, sought, stands } from '../surcharge/paying.ts'

const asks: Line = ['gao', 'apply-court']
const goes = (...lines: Line[]) => prosecuting(matter, day, ...decided, ...demanded, ...lines)
const sued: Line = [
  'fa',
  'receive-remedy',
  { ...sample('receive-remedy', 1), filedOn: '2026-04-02', receivedOn: '2026-04-02' },
]

const paperOf = (play: ReturnType<typeof goes>): string => {
  const record = play.record()
  const party = { name: '某企业', code: '', address: '' }
  const data = record.data['apply-court'] ?? {}
  const act = { type: 'apply-court', at: record.openedAt, seq: 1, data }
  return wantedBy({ process: enforcementCase, record, party, act })
    .map(({ declared, source }) => JSON.stringify(declared.wording(source)))
    .join()
}

it('none was sought', () => {
  const said = paperOf(goes(['until', '2026-09-10'], asks))
  expect(said).toContain('在法定期限内不申请行政复议或者提起行政诉讼，又不履行处罚决定')
})

it('one was, and left the fine as it stood', () => {
  const play = goes(sought('2026-04-02', '2026-04-02'), ['until', '2026-05-20'])
  play.does(stands('2026-05-20'), ['until', '2026-06-05'], asks)
  const said = paperOf(play)
  expect(said).not.toContain('不申请行政复议')
  expect(said).toContain('已于2026年5月20日终结，未改变缴纳罚款的义务')
  expect(said).toContain('又不履行处罚决定')
})

it('one was, and the judgment has changed the fine', () => {
  const play = goes(sued, ['until', '2026-05-20'], changed('2026-05-20', 10_000))
  play.does(
    ['lin', 'issue-demand'],
    ['lin', 'serve-demand', { ...sample('serve-demand'), servedOn: '2026-05-20' }],
  )
  play.does(['until', '2026-06-09'], asks)
  expect(paperOf(play)).toContain('已于2026年5月20日终结，罚款变更为10,000元')
})
