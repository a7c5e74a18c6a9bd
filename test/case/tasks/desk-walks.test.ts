// Whatever people do with the tasks of a small process in whatever order: does it go on, does each hand count once, does the record explain it?
import { actor, everybody } from '../../support/people/cast.ts'
import { fourSteps } from '../../support/processes/four-steps.ts'
import { slips } from '../../support/processes/slips.ts'
import { itGoesOn } from '../../support/walks/desk-walking.ts'

const forms = { add: [{ n: 1 }, { n: 9 }], check: [{}], approve: [{}], close: [{}], drop: [{}] }
const openings = [
  { data: { region: '330802', date: '2026-03-10' }, at: '2026-03-02T01:00:00.000Z' },
]

itGoesOn({ process: fourSteps, by: actor('lin'), openings, people: everybody(), forms }, 4)

const until = '2026-03-02T01:20:00.000Z'
const slipForms = {
  'hand-out': [
    { to: 'counters', until },
    { to: 'chiefs', until: '2026-03-03T01:00:00.000Z' },
  ],
  stamp: [{}, { note: '已办' }],
  recall: [{}],
  finish: [{}],
  drop: [{}],
}
const people = ['lin', 'wu', 'zhou', 'chen', 'fang', 'gao', 'jiang'].map(actor)
itGoesOn({ process: slips, by: actor('lin'), openings, people, forms: slipForms }, 1)
