// What does an alarm add to the case page: what the device says, whom it calls next, and the enterprise's steps?
import { lazy, Suspense } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { Standing } from '../record/standing.tsx'
import { showMoment } from '../screen/time.ts'
import { standingOf } from './standing.ts'
import { alarmWords as w } from './words.ts'

export { steps } from './steps.ts'

/** What can be looked at comes after what is known. */
const Places = lazy(() => import('./places.tsx'))

export const Evidence = (props: { case: CaseView }) => (
  <>
    <Standing
      case={props.case}
      title={w.standing}
      linesOf={(one, items) => standingOf(one, items, showMoment)}
    />
    <Suspense>
      <Places case={props.case} />
    </Suspense>
  </>
)
