// What is the truth about this case? (S2 for staff, S8/S9 for the enterprise)
import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { neighbour } from '../reading/list-order.ts'
import { hasNews } from '../reading/live.ts'
import { client, queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { useSeen } from '../reading/seen.ts'
import { casePageWords as w } from '../record/case-page-words.ts'
import { useKeys } from '../screen/keys.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import './case.css'

/** Comes with the form whose end it tells, so that it stands at once and moves nothing. */
const SentNote = lazy(() => import('./sent-note.tsx'))
const ChangedBar = lazy(() => import('../record/changed-bar.tsx'))
const StaffCase = lazy(() => import('./staff-case.tsx'))
const PartyCase = lazy(() => import('../portal/party-case.tsx'))

/** `a b t c` open forms of acts in sight; no key ever commits one. They stand with the case, so that one pressed while it is read still counts. */
const ActKeys = (props: { case: CaseView }) => {
  const navigate = useNavigate()
  const open = (wanted: (type: string, kind: string) => boolean) => {
    const act = props.case.acts.find(
      (one) => one.allowed && one.fields.length > 0 && wanted(one.type, one.kind),
    )
    if (act) navigate(paths.act(props.case.id, act.type, act.taskId))
  }
  useKeys({
    a: () => open((type, kind) => kind === 'event' || type === 'sign'),
    b: () => open((type) => type === 'return'),
    t: () => open((type) => type === 'transfer'),
    c: () => open((type) => type === 'copy'),
  })
  return null
}

/** On to the neighbours, or back, whether this one can be read or not. */
const usePageKeys = (id: () => string) => {
  const navigate = useNavigate()
  const go = (step: 1 | -1) => {
    const next = neighbour(id(), step)
    if (next) navigate(paths.case(next))
  }
  useKeys({ '[': () => go(-1), ']': () => go(1), Escape: () => navigate(-1) })
}

const Body = (props: { case: CaseView }) => {
  const me = useMe()
  return (
    <Suspense fallback={<Skeleton rows={8} />}>
      <Show when={me().enterprise} fallback={<StaffCase case={props.case} />}>
        <PartyCase case={props.case} />
      </Show>
    </Suspense>
  )
}

const CasePage = () => {
  const params = useParams()
  const [search, setSearch] = useSearchParams()
  const view = useQuery(() => queries.case(params.id ?? ''))
  const caseView = () => (view.isSuccess ? view.data : undefined)
  usePage(() => caseView()?.title ?? t(w.case))
  usePageKeys(() => params.id ?? '')
  useSeen(caseView)
  const sent = () => (typeof search.sent === 'string' ? search.sent : null)
  const retry = () => void client.invalidateQueries({ queryKey: ['case', params.id] })
  return (
    <div class="page case-page">
      <Show when={sent()}>
        {(type) => (
          <Suspense>
            <SentNote
              type={type()}
              case={caseView()}
              pending={search.pending === '1'}
              onClose={() => setSearch({ sent: null, pending: null })}
            />
          </Suspense>
        )}
      </Show>
      <Switch fallback={<Skeleton rows={10} class="case-skeleton" />}>
        <Match when={view.isError && !view.data}>
          <Failure error={view.error} what={w.case} onRetry={retry} alone />
        </Match>
        <Match when={caseView()}>
          {(one) => (
            <>
              <Show when={hasNews(one())}>
                <Suspense>
                  <ChangedBar case={one()} />
                </Suspense>
              </Show>
              <ActKeys case={one()} />
              <Body case={one()} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default CasePage
