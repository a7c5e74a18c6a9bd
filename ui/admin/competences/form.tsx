// Which office should be competent for what, where and from when, and on what paper?
import { createSignal, For, type JSX } from 'solid-js'
import type {
  CompetenceChoice,
  CompetenceTableView,
} from '../../../contract/organisation/competences.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { type CompetenceForm, competenceApi } from '../../client/organisation/competences.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary, type Mistake } from '../../form/error-summary.tsx'
import { focusWhenReady } from '../../screen/page.ts'
import { Labelled, Line } from '../field.tsx'
import { useSending } from '../sending.ts'
import { adminWords } from '../words.ts'
import { competenceWords as w } from './words.ts'

type Draft = {
  matter: string
  region: string
  office: string
  level: CompetenceForm['level']
  from: string
  until: string
  order: string
  reason: string
}

const bodyOf = (draft: Draft): CompetenceForm => ({
  ...draft,
  region: draft.region || null,
  until: draft.until || null,
  order: draft.order.trim(),
  reason: draft.reason.trim(),
})

const wanted = ['matter', 'office', 'from', 'order', 'reason'] as const

const mistakesIn = (draft: Draft): Mistake[] =>
  wanted
    .filter((name) => draft[name].trim() === '')
    .map((name) => ({
      field: name,
      words: {
        zh: fill(w.missing, { name: w[name].zh }).zh,
        en: fill(w.missing, { name: w[name].en }).en,
      },
    }))

const Choice = (props: {
  name: string
  label: Text
  chosen: string
  choices: CompetenceChoice[]
  onPick: (value: string) => void
  children?: JSX.Element
}) => (
  <Labelled name={props.name} label={props.label}>
    {(attributes) => (
      <select {...attributes} onChange={(event) => props.onPick(event.currentTarget.value)}>
        {props.children}
        <For each={props.choices}>
          {(one) => (
            <option value={one.id} selected={one.id === props.chosen}>
              {t(one.words)}
            </option>
          )}
        </For>
      </select>
    )}
  </Labelled>
)

const levelChoices: CompetenceChoice[] = [
  { id: 'county', words: w.county },
  { id: 'city', words: w.city },
]

type Parts = { draft: Draft; onChange: (part: Partial<Draft>) => void }

const What = (props: Parts & { table: CompetenceTableView }) => (
  <>
    <Choice
      name="matter"
      label={w.matter}
      chosen={props.draft.matter}
      choices={props.table.matters}
      onPick={(matter) => props.onChange({ matter })}
    >
      <option value="">{t(w.chooseMatter)}</option>
    </Choice>
    <Choice
      name="region"
      label={w.place}
      chosen={props.draft.region}
      choices={props.table.regions}
      onPick={(region) => props.onChange({ region })}
    >
      <option value="">{t(w.wholeCity)}</option>
    </Choice>
    <Choice
      name="office"
      label={w.office}
      chosen={props.draft.office}
      choices={props.table.offices}
      onPick={(office) => props.onChange({ office })}
    >
      <option value="">{t(w.chooseOffice)}</option>
    </Choice>
    <Choice
      name="level"
      label={w.level}
      chosen={props.draft.level}
      choices={levelChoices}
      onPick={(level) => props.onChange({ level: level === 'city' ? 'city' : 'county' })}
    />
  </>
)

const Ground = (props: Parts) => (
  <>
    <Line
      name="from"
      label={w.from}
      type="date"
      value={props.draft.from}
      onInput={(from) => props.onChange({ from })}
    />
    <Line
      name="until"
      label={w.until}
      hint={w.untilHint}
      optional
      type="date"
      value={props.draft.until}
      onInput={(until) => props.onChange({ until })}
    />
    <Line
      name="order"
      label={w.order}
      hint={w.orderHint}
      value={props.draft.order}
      onInput={(order) => props.onChange({ order })}
    />
    <Line
      name="reason"
      label={w.reason}
      rows={2}
      value={props.draft.reason}
      onInput={(reason) => props.onChange({ reason })}
    />
  </>
)

export const ProposeCompetence = (props: {
  table: CompetenceTableView
  onDone: () => void
  onBack: () => void
}) => {
  const [draft, setDraft] = createSignal<Draft>({
    matter: '',
    region: '',
    office: '',
    level: 'county',
    from: props.table.today,
    until: '',
    order: '',
    reason: '',
  })
  const sending = useSending()
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }))
  const submit = async (event: Event) => {
    event.preventDefault()
    const body = bodyOf(draft())
    if (
      await sending.send(mistakesIn(draft()), (keyOf) => competenceApi.propose(body, keyOf(body)))
    )
      props.onDone()
  }
  return (
    <form
      class="block"
      noValidate
      onSubmit={(event) => void submit(event)}
      aria-labelledby="competence-form"
    >
      <h2 id="competence-form" tabindex="-1" ref={focusWhenReady}>
        {t(w.proposeTitle)}
      </h2>
      <ErrorSummary mistakes={sending.mistakes()} />
      <What draft={draft()} onChange={change} table={props.table} />
      <Ground draft={draft()} onChange={change} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={sending.busy()}>
          {t(sending.busy() ? adminWords.sending : w.submit)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t(adminWords.cancel)}
        </button>
      </p>
    </form>
  )
}
