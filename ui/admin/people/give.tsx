// Which post is given, in which office, from when and until when?

import { createSignal, For } from 'solid-js'
import type { OfficeChoice, PersonView } from '../../../contract/organisation/personnel.ts'
import { enterpriseRoles, roles } from '../../../domain/organisation/roles.ts'
import { peopleApi } from '../../client/organisation/people.ts'
import { t } from '../../client/words.ts'
import type { Mistake } from '../../form/error-summary.tsx'
import { useQuery } from '../../reading/query.ts'
import { today } from '../../screen/time.ts'
import { Labelled, Line } from '../field.tsx'
import { peopleQueries } from './client.ts'
import { GroundForm, missing, useGround } from './ground.tsx'
import { peopleWords as w } from './words.ts'

/** People of an enterprise are appointed there and nowhere else. */
const ownEnterprise = ({ enterprise, posts }: PersonView): OfficeChoice[] => {
  const id = posts.find(({ office }) => office.startsWith('enterprise:'))?.office
  if (!enterprise || !id) return []
  return [
    {
      id,
      name: { zh: enterprise, en: enterprise },
      roles: enterpriseRoles.map((role) => ({ role, name: roles[role] })),
    },
  ]
}

type Chosen = { office: string; role: string }

/** `suffix` tells the fields of several posts of one form apart. */
export const PostChoice = (props: {
  offices: OfficeChoice[]
  chosen: Chosen
  suffix?: number | ''
  onChange: (part: Partial<Chosen>) => void
}) => {
  const offered = () => props.offices.find(({ id }) => id === props.chosen.office)?.roles ?? []
  return (
    <>
      <Labelled name={`office${props.suffix ?? ''}`} label={w.office}>
        {(attributes) => (
          <select
            {...attributes}
            onChange={(event) => props.onChange({ office: event.currentTarget.value, role: '' })}
          >
            <option value="">{t(w.chooseOffice)}</option>
            <For each={props.offices}>
              {(one) => (
                <option value={one.id} selected={one.id === props.chosen.office}>
                  {t(one.name)}
                </option>
              )}
            </For>
          </select>
        )}
      </Labelled>
      <Labelled name={`role${props.suffix ?? ''}`} label={w.role}>
        {(attributes) => (
          <select
            {...attributes}
            onChange={(event) => props.onChange({ role: event.currentTarget.value })}
          >
            <option value="">{t(w.chooseRole)}</option>
            <For each={offered()}>
              {(one) => (
                <option value={one.role} selected={one.role === props.chosen.role}>
                  {t(one.name)}
                </option>
              )}
            </For>
          </select>
        )}
      </Labelled>
    </>
  )
}

export const GiveForm = (props: { one: PersonView; onDone: () => void; onBack: () => void }) => {
  const groundForm = useGround()
  const found = useQuery(peopleQueries.offices)
  const offices = () =>
    props.one.enterprise ? ownEnterprise(props.one) : found.isSuccess ? found.data.items : []
  const [chosen, setChosen] = createSignal<Chosen>({ office: '', role: '' })
  const [from, setFrom] = createSignal(today())
  const [until, setUntil] = createSignal('')
  const mistakes = (): Mistake[] => [
    ...(chosen().office ? [] : [{ field: 'office', words: missing(w.office) }]),
    ...(chosen().role ? [] : [{ field: 'role', words: missing(w.role) }]),
    ...(from() ? [] : [{ field: 'from', words: missing(w.from) }]),
    ...groundForm.mistakes(),
  ]
  const submit = async () => {
    const body = () => ({
      ...chosen(),
      ...groundForm.ground(),
      from: from(),
      until: until() || null,
    })
    if (
      await groundForm.sending.send(mistakes(), (keyOf) =>
        peopleApi.give(props.one.id, body(), keyOf(body())),
      )
    )
      props.onDone()
  }
  return (
    <GroundForm
      title={t(w.giveTitle)}
      confirm={w.confirmGive}
      groundForm={groundForm}
      onSubmit={() => void submit()}
      onBack={props.onBack}
    >
      <PostChoice
        offices={offices()}
        chosen={chosen()}
        onChange={(part) => setChosen((known) => ({ ...known, ...part }))}
      />
      <Line name="from" label={w.from} type="date" value={from()} onInput={setFrom} />
      <Line
        name="until"
        label={w.to}
        hint={w.toHint}
        optional
        type="date"
        value={until()}
        onInput={setUntil}
      />
    </GroundForm>
  )
}
