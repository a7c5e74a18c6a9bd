// How do the versions of an amount differ, where do they come from, and what do worked examples come to by it now?
import { createSignal, For, Show } from 'solid-js'
import { fill } from '../../../domain/language/words.ts'
import { valueInWords, valuesInWords } from '../../../domain/law/amounts/in-words.ts'
import { regions } from '../../../domain/organisation/regions.ts'
import { type AmountItem, amountApi, type CountedExampleItem } from '../../client/amounts.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { useQuery } from '../../reading/query.ts'
import { useMe } from '../../screen/me.ts'
import { focusWhenReady } from '../../screen/page.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { placeName } from '../changes/names.ts'
import { confidenceWords, entryWords as e } from '../entries/words.ts'
import { adminPaths } from '../paths.ts'
import { keepsRules } from '../rules/reading.ts'
import { ruleWords as r } from '../rules/words.ts'
import { amountWords as w } from './words.ts'

/** Who entered and approved it is for administrators to read. */
const Origin = (props: { row: AmountItem }) => {
  const me = useMe()
  return (
    <Show when={props.row.entered} fallback={t(confidenceWords[props.row.confidence])}>
      {(entered) => (
        <>
          ◇ {t(e.entered)} · {t(confidenceWords[props.row.confidence])}
          <br />
          {t(placeName(entered().region))}
          <Show when={entered().running}>
            {(reason) => (
              <>
                <br />
                {t(w.included)} {reason()}
              </>
            )}
          </Show>
          <Show when={keepsRules(me())}>
            <br />
            <a href={adminPaths.change(entered().change)}>{t(e.approval)}</a>
          </Show>
        </>
      )}
    </Show>
  )
}

const sourceOf = ({ article, source, entered }: AmountItem): string =>
  entered ? `${t(article)} · ${source}` : t(article)

const citedWords = (one: CountedExampleItem['countedBy'][number]): string => {
  const steps = one.values.map(({ words, unit }) => ({ key: '', words, unit }))
  const values = valuesInWords(
    steps,
    one.values.map(({ value }) => value),
  )
  const { title, article, version } = one
  const parts = { title: t(title), values: t(values), article: t(article), version }
  return t(fill(w.cited, parts))
}

const Example = (props: { one: CountedExampleItem; amount: string }) => (
  <tr>
    <th scope="row">
      {props.one.no} {t(props.one.title)}
    </th>
    <td class="admin-wide">
      <For each={props.one.reckoning}>{(step) => <div>{t(step)}</div>}</For>
    </td>
    <td class="admin-wide">
      <For each={props.one.countedBy.filter(({ id }) => id === props.amount)}>
        {(cited) => <div>{citedWords(cited)}</div>}
      </For>
    </td>
  </tr>
)

const Reckoned = (props: { amount: string }) => {
  const [region, setRegion] = createSignal('')
  const examples = useQuery(() => ({
    queryKey: ['amounts', 'examples', props.amount, region()],
    queryFn: () => amountApi.examples(props.amount, region()),
    refetchOnMount: 'always' as const,
  }))
  return (
    <>
      <h3>{t(w.examples)}</h3>
      <label class="inline-field">
        {t(w.examplesIn)}
        <select onChange={(event) => setRegion(event.currentTarget.value)}>
          <option value="">{t(e.everywhere)}</option>
          <For each={Object.entries(regions).filter(([code]) => code !== '330000')}>
            {([code, { name }]) => <option value={code}>{t(name)}</option>}
          </For>
        </select>
      </label>
      <Answered found={examples} what={w.examples} rows={3}>
        {(all) => (
          <Show when={all().items.length > 0} fallback={<p class="muted">{t(w.noExamples)}</p>}>
            <PlainTable name={w.examples} heads={[w.example, w.reckoning, w.countedBy]}>
              <For each={all().items}>{(one) => <Example one={one} amount={props.amount} />}</For>
            </PlainTable>
          </Show>
        )}
      </Answered>
    </>
  )
}

/** `enter`: where a new version is entered; null: not by this reader. */
export const AmountVersions = (props: {
  versions: AmountItem[]
  enter: string | null
  onClose: () => void
}) => {
  const newest = () => props.versions[0] as AmountItem
  return (
    <section class="block" aria-labelledby="amount-versions">
      <h3 id="amount-versions" tabindex="-1" ref={focusWhenReady}>
        {t(fill(w.versionsOf, { name: t(newest().title) }))}
      </h3>
      <PlainTable name={w.versions} heads={[r.validity, w.value, w.source, r.certainty]}>
        <For each={props.versions}>
          {(row) => (
            <tr>
              <th scope="row">
                {row.from} – {row.to ?? t(r.open)}
              </th>
              <td>
                <For each={row.steps}>
                  {(step, index) => (
                    <div>
                      {t(step.words)} {t(valueInWords(row.values[index()] ?? null, step.unit))}
                    </div>
                  )}
                </For>
              </td>
              <td class="admin-wide">{sourceOf(row)}</td>
              <td>
                <Origin row={row} />
                <Show when={row.provisional}>
                  <br />▲ {t(r.provisional)}
                </Show>
              </td>
            </tr>
          )}
        </For>
      </PlainTable>
      <Reckoned amount={newest().id} />
      <p class="form-actions">
        <Show when={props.enter}>
          {(path) => (
            <a class="button primary" href={path()}>
              {t(w.enterThis)}
            </a>
          )}
        </Show>
        <button type="button" class="button" onClick={() => props.onClose()}>
          {t(w.close)}
        </button>
      </p>
    </section>
  )
}
