// For which tasks of which post does the new rule count, and whom does it choose?

import { createSignal, For, type JSX, Show } from 'solid-js'
import type { RuleChoices, RuleView } from '../../../contract/routing/routing.ts'
import type { Text } from '../../../domain/language/words.ts'
import { routingApi } from '../../client/organisation/routing.ts'
import { t } from '../../client/words.ts'
import type { Mistake } from '../../form/error-summary.tsx'
import { useQuery } from '../../reading/query.ts'
import { today } from '../../screen/time.ts'
import { Labelled, Line } from '../field.tsx'
import { peopleQueries } from '../people/client.ts'
import { GroundForm, missing, useGround } from '../people/ground.tsx'
import { routingQueries } from './client.ts'
import { routingWords as w } from './words.ts'

type Draft = {
  office: string
  role: string
  process: string
  region: string
  kind: string
  way: RuleView['way']
  person: string
}
type Part = Partial<Draft>
type Parts = { draft: Draft; onChange: (part: Part) => void }

const Choice = (props: {
  name: string
  label: Text
  children: JSX.Element
  onPick: (value: string) => void
}) => (
  <Labelled name={props.name} label={props.label}>
    {(attributes) => (
      <select {...attributes} onChange={(event) => props.onPick(event.currentTarget.value)}>
        {props.children}
      </select>
    )}
  </Labelled>
)

const Option = (props: { value: string; chosen: string; words: Text }) => (
  <option value={props.value} selected={props.value === props.chosen}>
    {t(props.words)}
  </option>
)

const PostChoice = (props: Parts) => {
  const offices = useQuery(peopleQueries.offices)
  const all = () =>
    (offices.isSuccess ? offices.data.items : []).filter(({ roles }) =>
      roles.some(({ role }) => role !== 'administrator'),
    )
  const offered = () => all().find(({ id }) => id === props.draft.office)?.roles ?? []
  return (
    <>
      <Choice
        name="office"
        label={w.office}
        onPick={(office) => props.onChange({ office, role: '', person: '' })}
      >
        <option value="">{t(w.chooseOffice)}</option>
        <For each={all()}>
          {(one) => <Option value={one.id} chosen={props.draft.office} words={one.name} />}
        </For>
      </Choice>
      <Choice name="role" label={w.role} onPick={(role) => props.onChange({ role, person: '' })}>
        <option value="">{t(w.chooseRole)}</option>
        <For each={offered()}>
          {(one) => <Option value={one.role} chosen={props.draft.role} words={one.name} />}
        </For>
      </Choice>
    </>
  )
}

/** `<field>=<value>` for every class of the chosen process. */
const kindsOf = (choices: RuleChoices, process: string) =>
  (choices.processes.find(({ id }) => id === process)?.fields ?? []).flatMap(
    ({ name, words, values }) =>
      values.map((one) => ({
        value: `${name}=${one.value}`,
        words: { zh: `${words.zh}：${one.words.zh}`, en: `${words.en}: ${one.words.en}` },
      })),
  )

const ReachChoice = (props: Parts & { choices: RuleChoices }) => (
  <>
    <Choice
      name="process"
      label={w.process}
      onPick={(process) => props.onChange({ process, kind: '' })}
    >
      <option value="">{t(w.everyProcess)}</option>
      <For each={props.choices.processes}>
        {(one) => <Option value={one.id} chosen={props.draft.process} words={one.title} />}
      </For>
    </Choice>
    <Show when={kindsOf(props.choices, props.draft.process).length > 0}>
      <Choice name="kind" label={w.kind} onPick={(kind) => props.onChange({ kind })}>
        <option value="">{t(w.everyKind)}</option>
        <For each={kindsOf(props.choices, props.draft.process)}>
          {(one) => <Option value={one.value} chosen={props.draft.kind} words={one.words} />}
        </For>
      </Choice>
    </Show>
    <Choice name="region" label={w.region} onPick={(region) => props.onChange({ region })}>
      <option value="">{t(w.everyRegion)}</option>
      <For each={props.choices.regions}>
        {(one) => <Option value={one.code} chosen={props.draft.region} words={one.name} />}
      </For>
    </Choice>
  </>
)

const WayChoice = (props: Parts) => {
  const group = () =>
    props.draft.way === 'person' && props.draft.role
      ? `${props.draft.office}/${props.draft.role}`
      : ''
  const holders = useQuery(() => routingQueries.holders(group()))
  return (
    <>
      <Choice
        name="way"
        label={w.way}
        onPick={(way) => props.onChange({ way: way as Draft['way'], person: '' })}
      >
        <For each={['least-loaded', 'round', 'person'] as const}>
          {(one) => <Option value={one} chosen={props.draft.way} words={w[one]} />}
        </For>
      </Choice>
      <Show when={props.draft.way === 'person'}>
        <Choice name="person" label={w.who} onPick={(person) => props.onChange({ person })}>
          <option value="">
            {t(
              holders.isSuccess && holders.data.items.length === 0 ? w.nobodyHolds : w.choosePerson,
            )}
          </option>
          <For each={holders.isSuccess ? holders.data.items : []}>
            {(one) => (
              <Option
                value={one.id}
                chosen={props.draft.person}
                words={{ zh: one.name, en: one.name }}
              />
            )}
          </For>
        </Choice>
      </Show>
    </>
  )
}

const mistakesIn = ({ office, role, way, person }: Draft, from: string): Mistake[] => [
  ...(office ? [] : [{ field: 'office', words: missing(w.office) }]),
  ...(role ? [] : [{ field: 'role', words: missing(w.role) }]),
  ...(way === 'person' && !person ? [{ field: 'person', words: missing(w.who) }] : []),
  ...(from ? [] : [{ field: 'from', words: missing(w.from) }]),
]

const bodyOf = ({ office, role, process, region, kind, way, person }: Draft) => {
  const [field, value] = kind ? kind.split(/=(.*)/s) : []
  return {
    group: `${office}/${role}`,
    process: process || null,
    region: region || null,
    field: field ?? null,
    value: value ?? null,
    way,
    person: person || null,
  }
}

const nothing: Draft = {
  office: '',
  role: '',
  process: '',
  region: '',
  kind: '',
  way: 'least-loaded',
  person: '',
}

export const RuleForm = (props: {
  choices: RuleChoices
  onDone: () => void
  onBack: () => void
}) => {
  const groundForm = useGround()
  const [draft, setDraft] = createSignal(nothing)
  const [from, setFrom] = createSignal(today())
  const [until, setUntil] = createSignal('')
  const change = (part: Part) => setDraft((known) => ({ ...known, ...part }))
  const submit = async () => {
    const body = () => ({
      ...bodyOf(draft()),
      from: from(),
      until: until() || null,
      ...groundForm.ground(),
    })
    const found = [...mistakesIn(draft(), from()), ...groundForm.mistakes()]
    if (await groundForm.sending.send(found, (keyOf) => routingApi.enter(body(), keyOf(body()))))
      props.onDone()
  }
  return (
    <GroundForm
      title={t(w.enterTitle)}
      confirm={w.confirm}
      groundForm={groundForm}
      onSubmit={() => void submit()}
      onBack={props.onBack}
    >
      <PostChoice draft={draft()} onChange={change} />
      <ReachChoice draft={draft()} onChange={change} choices={props.choices} />
      <WayChoice draft={draft()} onChange={change} />
      <Line name="from" label={w.from} type="date" value={from()} onInput={setFrom} />
      <Line
        name="until"
        label={w.until}
        hint={w.untilHint}
        optional
        type="date"
        value={until()}
        onInput={setUntil}
      />
    </GroundForm>
  )
}
