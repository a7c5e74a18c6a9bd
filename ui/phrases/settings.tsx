// Where does a person keep his phrases, and the head of an office those of the office?

import { createSignal, For, Show } from 'solid-js'
import type { OfficePhrases, PhrasesView } from '../../contract/writing/phrases.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { phrasesQuery } from './asking.ts'
import { PhraseEditor } from './editor.tsx'
import { phraseWords as w } from './words.ts'

const OfficeList = (props: { office: OfficePhrases }) => (
  <Show
    when={props.office.keeps}
    fallback={
      <Show when={props.office.items.length > 0} fallback={<p class="muted">{t(w.none)}</p>}>
        <ol>
          <For each={props.office.items}>{(phrase) => <li>{phrase}</li>}</For>
        </ol>
      </Show>
    }
  >
    <PhraseEditor office={props.office.office} list={props.office} />
  </Show>
)

const Offices = (props: { offices: OfficePhrases[] }) => {
  const [chosen, setChosen] = createSignal<string | null>(null)
  const office = () => props.offices.find((one) => one.office === chosen()) ?? props.offices[0]
  return (
    <section class="block" aria-labelledby="me-office-phrases">
      <h2 id="me-office-phrases">{t(w.officeTitle)}</h2>
      <p class="muted">{t(w.officeLead)}</p>
      <Show
        when={props.offices.length > 1}
        fallback={<p>{props.offices[0] ? t(props.offices[0].name) : ''}</p>}
      >
        <p class="inline-field">
          <label for="me-office">{t(w.office)}</label>
          <select id="me-office" onChange={(event) => setChosen(event.currentTarget.value)}>
            <For each={props.offices}>
              {(one) => <option value={one.office}>{t(one.name)}</option>}
            </For>
          </select>
        </p>
      </Show>
      <Show when={office()?.office} keyed>
        {(_office) => <OfficeList office={office()!} />}
      </Show>
    </section>
  )
}

const Lists = (props: { phrases: PhrasesView }) => (
  <>
    <section class="block" aria-labelledby="me-phrases">
      <h2 id="me-phrases">{t(w.ownTitle)}</h2>
      <p class="muted">{t(w.ownLead)}</p>
      <PhraseEditor office={null} list={props.phrases.own} />
    </section>
    <Show when={props.phrases.offices.length > 0}>
      <Offices offices={props.phrases.offices} />
    </Show>
  </>
)

export const PhraseSettings = () => {
  const query = useQuery(phrasesQuery)
  return (
    <Answered found={query} what={w.phrases} rows={5}>
      {(phrases) => <Lists phrases={phrases()} />}
    </Answered>
  )
}
