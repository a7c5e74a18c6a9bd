// What waits for a second administrator, and where is everything else that administrators keep?
import { createMemo, For, Show } from 'solid-js'
import type { Text } from '../../../domain/language/words.ts'
import { registryApi } from '../../client/devices/registry.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { useMe } from '../../screen/me.ts'
import { usePage } from '../../screen/page.ts'
import { Failure, Skeleton } from '../../screen/states.tsx'
import { changeQueries } from '../changes/client.ts'
import { proposedName } from '../changes/names.ts'
import { competenceQueries } from '../competences/client.ts'
import { escalationPolicyQueries } from '../escalation-policies/client.ts'
import { adminPaths } from '../paths.ts'
import { Proposals } from '../people/proposals.tsx'
import { adminGroups, runningGroup } from '../places.ts'
import { adminWords as w } from '../words.ts'

type Waiting = { href: string; what: Text; kind: Text; by: string | null }

const useWaiting = () => {
  const calendars = useQuery(() => changeQueries.list('calendar'))
  const rules = useQuery(() => changeQueries.list('rule'))
  const escalationPolicies = useQuery(escalationPolicyQueries.list)
  const registry = useQuery(() => ({
    queryKey: ['registry-waiting'],
    queryFn: registryApi.waiting,
    refetchOnMount: 'always' as const,
  }))
  const competences = useQuery(competenceQueries.table)
  const all = [calendars, rules, escalationPolicies, competences, registry]
  const ofRegistry = (): Waiting[] =>
    registry.isSuccess
      ? [
          ...registry.data.receivers.map((one) => ({
            ...one,
            href: adminPaths.receivers,
            kind: w.receivers,
          })),
          ...registry.data.feeds.map((one) => ({
            ...one,
            href: adminPaths.devices,
            kind: w.devices,
          })),
        ].map(({ href, name, kind, by }) => ({ href, what: { zh: name, en: name }, kind, by }))
      : []
  const ofCompetences = (): Waiting[] =>
    competences.isSuccess
      ? competences.data.history
          .filter(({ status }) => status === 'proposed')
          .map(({ words, proposedBy }) => ({
            href: adminPaths.competences,
            what: words,
            kind: w.competences,
            by: proposedBy.name,
          }))
      : []
  const items = createMemo((): Waiting[] => [
    ...[calendars, rules].flatMap((list) =>
      list.isSuccess
        ? list.data.items
            .filter(({ status }) => status === 'proposed')
            .map((one) => ({
              href: adminPaths.change(one.id),
              what: proposedName(one),
              kind: w.changes,
              by: one.proposedBy.name,
            }))
        : [],
    ),
    ...(escalationPolicies.isSuccess
      ? escalationPolicies.data.items
          .filter(({ waiting }) => waiting > 0)
          .map((one) => ({
            href: adminPaths.escalationPolicy(one.process, one.clock),
            what: one.words,
            kind: w.escalationPolicies,
            by: null,
          }))
      : []),
    ...ofCompetences(),
    ...ofRegistry(),
  ])
  return {
    items,
    ready: () => all.every((one) => one.isSuccess || one.isError),
    failed: () => all.find((one) => one.isError),
  }
}

const WaitingList = () => {
  const waiting = useWaiting()
  return (
    <section class="block" aria-labelledby="waiting">
      <h2 id="waiting">{t(w.waiting)}</h2>
      <Show when={waiting.failed()}>
        {(one) => (
          <Failure error={one().error} what={w.waiting} onRetry={() => void one().refetch()} />
        )}
      </Show>
      <Show when={waiting.ready()} fallback={<Skeleton rows={3} />}>
        <Show
          when={waiting.items().length > 0}
          fallback={<p class="muted">{t(waiting.failed() ? w.partly : w.nothingWaits)}</p>}
        >
          <ul class="bare-list">
            <For each={waiting.items()}>
              {(one) => (
                <li>
                  <a href={one.href}>{t(one.what)}</a>{' '}
                  <span class="muted">
                    {t(one.kind)}
                    {one.by ? ` · ${one.by}` : ''}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </section>
  )
}

const Home = () => {
  const me = useMe()
  usePage(() => t(w.administration))
  return (
    <>
      <h1>{t(w.administration)}</h1>
      <Proposals />
      <WaitingList />
      <div class="admin-groups">
        <For each={[...adminGroups, runningGroup(me().laboratory)]}>
          {(group) => (
            <section class="block">
              <h2>{t(group.label)}</h2>
              <ul class="admin-links">
                <For each={group.places}>
                  {(place) => (
                    <li>
                      <a href={place.href}>{t(place.label)}</a>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </div>
    </>
  )
}

export default Home
