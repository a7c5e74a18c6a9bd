// Who in the office holds what, who should, and who stands in for whom? (S4)
import { useSearchParams } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import type { TeamView } from '../../contract/supervision/team.ts'
import '../list/case-list.css'
import { t } from '../client/words.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { useMedia } from '../screen/width.ts'
import { Loads } from './loads.tsx'
import { Queue } from './queue.tsx'
import { type TeamFilter, useTeam } from './reading.ts'
import { Substitutions } from './substitutions.tsx'
import './team.css'
import { teamWords as w } from './words.ts'

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

const Office = (props: {
  offices: TeamView['offices']
  office: string
  onOffice: (id: string) => void
}) => (
  <Show when={props.offices.length > 1}>
    <label class="team-office">
      <span>{t(w.office)}</span>
      <select onChange={(event) => props.onOffice(event.currentTarget.value)}>
        <option value="">{t(w.allOffices)}</option>
        <For each={props.offices}>
          {(one) => (
            <option value={one.id} selected={one.id === props.office}>
              {t(one.name)}
            </option>
          )}
        </For>
      </select>
    </label>
  </Show>
)

/** For whoever is at the head of an office: loads and queue. */
const Board = (props: { phone: boolean }) => {
  const [search, setSearch] = useSearchParams()
  const filter = createMemo<TeamFilter>(
    () => ({ office: text(search.office), holder: text(search.holder) }),
    { office: '', holder: '' },
    { equals: (a, b) => a.office === b.office && a.holder === b.holder },
  )
  const reading = useTeam(filter)
  const onHolder = (holder: string) => setSearch({ holder: holder || null })
  return (
    <>
      <Show when={reading.view()}>
        {(view) => (
          <>
            <Office
              offices={view().offices}
              office={filter().office}
              onOffice={(office) => setSearch({ office: office || null, holder: null })}
            />
            <Loads view={view()} holder={filter().holder} onHolder={onHolder} />
          </>
        )}
      </Show>
      <Queue reading={reading} filter={filter()} phone={props.phone} onHolder={onHolder} />
    </>
  )
}

const Team = () => {
  const me = useMe()
  const phone = useMedia('(max-width: 640px)')
  const heads = () =>
    me().appointments.some(({ role }) => role === 'section-chief' || role === 'leader')
  const title = () => (heads() ? w.title : w.ownTitle)
  usePage(() => t(title()))
  return (
    <div class="page team">
      <h1>{t(title())}</h1>
      <Show when={heads()}>
        <Board phone={phone()} />
      </Show>
      <Substitutions phone={phone()} />
    </div>
  )
}

export default Team
