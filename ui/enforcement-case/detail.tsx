// What does an enforcement case add to the case page: where it stands, and the steps of the party?
import { lazy, Show, Suspense } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { Standing } from '../record/standing.tsx'
import { Skeleton } from '../screen/states.tsx'
import { Counsels } from './counsels.tsx'
import { paidElsewhere, standingOf } from './standing.ts'
import { enforcementCaseWords as w } from './words.ts'

export { steps } from './steps.ts'
export const elsewhere = paidElsewhere

const Payments = lazy(() => import('../payments/panel.tsx'))

export const Evidence = (props: { case: CaseView }) => (
  <>
    <Standing case={props.case} title={w.standing} linesOf={standingOf} />
    <Suspense>
      <Payments id={props.case.id} named />
    </Suspense>
  </>
)

/** Under which code, and how much: beside the words that it is to be paid. */
export const Elsewhere = (props: { case: CaseView }) => (
  <Suspense fallback={<Skeleton rows={4} />}>
    <Payments id={props.case.id} within />
  </Suspense>
)

export const ForParty = (props: { case: CaseView; items: TimelineItem[] }) => (
  <>
    <Show when={paidElsewhere(props.case) === null}>
      <Suspense>
        <Payments id={props.case.id} />
      </Suspense>
    </Show>
    <Counsels items={props.items} />
  </>
)
