// What is known of the case, with its files?
import { createUniqueId, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { Text } from '../../domain/language/words.ts'
import type { FactField } from '../../domain/views/answers/fact-views.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { Files } from './files.tsx'
import './case-parts.css'

const ItemOutcomes = lazy(() => import('./item-outcomes.tsx'))
const Unmask = lazy(() => import('./unmask.tsx'))
/** The answer in words, then what the words stand for: entries, items with their outcome, files, another case. */
export const FactValue = (props: { fact: FactField }) => (
  <>
    <Switch fallback={t(props.fact.value)}>
      <Match when={(props.fact.list?.length ?? 0) > 1}>
        <ul class="fact-list">
          <For each={props.fact.list}>{(entry) => <li>{t(entry)}</li>}</For>
        </ul>
      </Match>
      <Match when={props.fact.caseId}>
        {(id) => <a href={paths.case(id())}>{t(props.fact.value)}</a>}
      </Match>
    </Switch>
    <Show when={props.fact.items?.length ? props.fact.items : null}>
      {(items) => (
        <Suspense>
          <ItemOutcomes items={items()} />
        </Suspense>
      )}
    </Show>
    <Show when={props.fact.files?.length ? props.fact.files : null}>
      {(files) => <Files files={files()} />}
    </Show>
  </>
)

type Part = { act: Text | undefined; facts: FactField[] }

/** Answers that one act has given stand together, in the order in which they came. */
const partsOf = (facts: FactField[]): Part[] =>
  facts.reduce<Part[]>((parts, fact) => {
    const last = parts.at(-1)
    if (last && last.act?.zh === fact.act?.zh) last.facts.push(fact)
    else parts.push({ act: fact.act, facts: [fact] })
    return parts
  }, [])

const FactList = (props: { facts: FactField[]; of: CaseView | undefined }) => (
  <dl class="summary">
    <For each={props.facts}>
      {(fact) => (
        <div>
          <dt>{t(fact.label)}</dt>
          <dd>
            <Show when={fact.confidential && props.of} fallback={<FactValue fact={fact} />}>
              {(one) => (
                <Suspense>
                  <Unmask case={one()} fact={fact} />
                </Suspense>
              )}
            </Show>
          </dd>
        </div>
      )}
    </For>
  </dl>
)

/** A summary list under the name of each act that has said something; files stand under their name. `of`: where confidential ones may be asked for. */
export const Facts = (props: { facts: FactField[]; title: Text; of?: CaseView }) => {
  const id = createUniqueId()
  const parts = () => partsOf(props.facts)
  return (
    <Show when={props.facts.length > 0}>
      <section class="block" aria-labelledby={id}>
        <h2 id={id}>{t(props.title)}</h2>
        <For each={parts()}>
          {(part) => (
            <>
              <Show when={parts().length > 1 && part.act}>
                {(act) => <h3 class="facts-act">{t(act())}</h3>}
              </Show>
              <FactList facts={part.facts} of={props.of} />
            </>
          )}
        </For>
      </section>
    </Show>
  )
}
