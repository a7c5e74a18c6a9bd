// Who commands the response, and who is on duty for its place?
import { For, Match, Show, Switch } from 'solid-js'
import type { CaseView } from '../../../contract/case/cases.ts'
import type { RosterOverview } from '../../../contract/rosters/rosters.ts'
import type { Text } from '../../../domain/language/words.ts'
import { isRegion, regionsAbove } from '../../../domain/organisation/regions.ts'
import { rostersApi } from '../../client/rosters.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { wallWords as w } from './wall-words.ts'

const mostOffices = 3
const readEveryMs = 300_000

type Office = RosterOverview['items'][number]

/** Those of the place first, then those above it. */
const officesFor = (items: readonly Office[], code: string): Office[] => {
  const places: string[] = isRegion(code) ? regionsAbove(code) : [code]
  return items
    .filter(({ region, onDuty }) => places.includes(region) && onDuty.kind !== 'none')
    .sort((one, other) => places.indexOf(one.region) - places.indexOf(other.region))
    .slice(0, mostOffices)
}

const Duty = (props: { office: Office }) => (
  <div>
    <dt>{t(props.office.name)}</dt>
    <dd>
      <Show when={props.office.onDuty.kind === 'shift'} fallback={<strong>{t(w.gap)}</strong>}>
        <For each={props.office.onDuty.people}>
          {(one) => (
            <span class="wall-person">
              {t(one.seat === 'leader' ? w.leaderOnDuty : w.onDuty)}{' '}
              <strong>{one.substitute ?? one.name}</strong>
            </span>
          )}
        </For>
      </Show>
    </dd>
  </div>
)

export const DutyPanel = (props: { case: CaseView; commander: Text | null }) => {
  const rosters = useQuery(() => ({
    queryKey: ['rosters'],
    queryFn: rostersApi.overview,
    refetchInterval: readEveryMs,
  }))
  const offices = () =>
    rosters.isSuccess ? officesFor(rosters.data.items, props.case.region.code) : []
  const commanding = () => props.case.tasks.find(({ task }) => task === 'command')
  return (
    <section class="wall-panel wall-duty" aria-labelledby="wall-duty">
      <h2 id="wall-duty">{t(w.duty)}</h2>
      <dl class="wall-lines">
        <Show when={props.commander}>
          {(name) => (
            <div>
              <dt>{t(w.commander)}</dt>
              <dd>
                <strong>{t(name())}</strong>
              </dd>
            </div>
          )}
        </Show>
        <Show when={commanding()}>
          {(task) => (
            <div>
              <dt>{t(w.commanding)}</dt>
              <dd>
                <strong>{task().assignee ?? t(w.nobody)}</strong>
              </dd>
            </div>
          )}
        </Show>
        <Switch>
          <Match when={rosters.isSuccess && offices().length === 0}>
            <div>
              <dt>{t(w.onDuty)}</dt>
              <dd>{t(w.noRoster)}</dd>
            </div>
          </Match>
          <Match when={offices().length > 0}>
            <For each={offices()}>{(office) => <Duty office={office} />}</For>
          </Match>
        </Switch>
      </dl>
    </section>
  )
}
