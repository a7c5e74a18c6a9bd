// What was proposed, what would move, who decided, and what really moved?
import { useParams } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { HistoryView, ProposalView } from '../../../contract/change/changes.ts'
import type { Text } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { usePoll } from '../../reading/poll.ts'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { Failure, Skeleton } from '../../screen/states.tsx'
import { showStamp } from '../../screen/time.ts'
import { changeQueries } from '../changes/client.ts'
import { Decision, isOfAmount } from '../changes/decision.tsx'
import { proposedName, standingOf } from '../changes/names.ts'
import { Outcome } from '../changes/outcome.tsx'
import { Examples, Preview } from '../changes/preview.tsx'
import { changeWords as w } from '../changes/words.ts'
import { adminPaths } from '../paths.ts'
import { adminWords } from '../words.ts'
import { Content } from './content.tsx'
import '../../form/fields.css'
import '../../case/case.css'
import '../calendars/calendars.css'

const Facts = (props: { one: ProposalView }) => (
  <section class="block" aria-labelledby="cal-facts">
    <h2 id="cal-facts">{t(w.facts)}</h2>
    <dl class="summary">
      <div>
        <dt>{t(w.status)}</dt>
        <dd>
          <strong>{t(standingOf(props.one))}</strong>
          <Show when={props.one.revokedBy}>
            {(id) => <a href={adminPaths.change(id())}> {t(w.takenBack)}</a>}
          </Show>
        </dd>
      </div>
      <Content proposed={props.one.proposed} />
      <Show when={props.one.reason}>
        <div>
          <dt>{t(w.reason)}</dt>
          <dd>{props.one.reason}</dd>
        </div>
      </Show>
      <div>
        <dt>{t(w.proposedBy)}</dt>
        <dd>
          {props.one.proposedBy.name} {showStamp(props.one.proposedBy.at)}
        </dd>
      </div>
      <div>
        <dt>{t(w.decidedBy)}</dt>
        <dd>
          <Show when={props.one.decidedBy} fallback={t(adminWords.none)}>
            {(by) => (
              <>
                {by().name} {showStamp(by().at)} {by().reason}
              </>
            )}
          </Show>
        </dd>
      </div>
    </dl>
  </section>
)

const actWords: Record<string, Text> = {
  proposed: w.actProposed,
  previewed: w.actPreviewed,
  approved: w.actApproved,
  rejected: w.actRejected,
  withdrawn: w.actWithdrawn,
}
const standing: Record<string, Text> = {
  proposed: w.proposed,
  approved: w.approved,
  rejected: w.rejected,
  withdrawn: w.withdrawn,
}
type State = { status?: string; version?: string; reason?: string } | null

const stateWords = (state: unknown): string => {
  const one = state as State
  const status = one?.status ? standing[one.status] : undefined
  return one
    ? [status ? t(status) : '', one.version ?? ''].filter(Boolean).join(' · ')
    : t(adminWords.none)
}

const History = (props: { items: HistoryView[] }) => (
  <section class="block">
    <Scroll name={w.history}>
      <table class="plain-table">
        <caption>{t(w.history)}</caption>
        <thead>
          <tr>
            <For each={[w.when, w.who, w.act, w.before, w.after, w.opinion]}>
              {(head) => <th scope="col">{t(head)}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.items}>
            {(step) => (
              <tr>
                <td>{showStamp(step.at)}</td>
                <td>{step.name}</td>
                <td>{t(actWords[step.act] ?? w.act)}</td>
                <td>{stateWords(step.before)}</td>
                <td>{stateWords(step.after)}</td>
                <td>{(step.after as State)?.reason ?? ''}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  </section>
)

const Back = (props: { one: ProposalView }) => (
  <Show
    when={['year', 'override'].includes(props.one.proposed.kind)}
    fallback={<a href={adminPaths.rules}>{t(w.toRules)}</a>}
  >
    <a href={adminPaths.calendars}>{t(w.toCalendars)}</a>
  </Show>
)

/** 撤回 is a proposal of its own. */
const TakeBack = (props: { one: ProposalView }) => (
  <Show
    when={
      props.one.carriedOut && props.one.revokedBy === null && props.one.proposed.kind !== 'revoke'
    }
  >
    <p class="print-hidden">
      <a class="button" href={adminPaths.takeBack(props.one.id)}>
        {t(w.takeBack)}
      </a>
    </p>
  </Show>
)

/** Something still goes on behind the page. */
const isMoving = (one: ProposalView | undefined): boolean =>
  one !== undefined &&
  ((one.status === 'proposed' && one.preview.status === 'running') ||
    (one.outcome !== null && one.outcome.status !== 'done'))

const CalendarProposal = () => {
  const params = useParams<{ id: string }>()
  const proposal = useQuery(() => changeQueries.one(params.id))
  usePoll(
    () => isMoving(proposal.data),
    1_500,
    () => void proposal.refetch(),
  )
  usePage(() => (proposal.data ? t(proposedName(proposal.data)) : t(w.facts)))
  return (
    <Switch fallback={<Skeleton rows={8} />}>
      <Match when={proposal.isError && !proposal.data}>
        <h1>{t(w.facts)}</h1>
        <Failure error={proposal.error} what={w.facts} onRetry={() => void proposal.refetch()} />
      </Match>
      <Match when={proposal.isSuccess && proposal.data}>
        {(one) => (
          <>
            <p class="print-hidden">
              <Back one={one()} />
            </p>
            <h1>{t(proposedName(one()))}</h1>
            <Show when={one().outdated}>
              <p class="notice warn">▲ {t(w.outdated)}</p>
            </Show>
            <Facts one={one()} />
            <TakeBack one={one()} />
            <Decision one={one()} onDecided={() => void proposal.refetch()} />
            <Show when={one().outcome}>
              {(outcome) => <Outcome one={one()} outcome={outcome()} />}
            </Show>
            <Preview run={one().preview} id={one().id} graded={isOfAmount(one())} />
            <Examples examples={one().examples} />
            <History items={one().history} />
          </>
        )}
      </Match>
    </Switch>
  )
}

export default CalendarProposal
