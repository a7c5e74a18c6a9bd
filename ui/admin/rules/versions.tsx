// How do the versions of a rule differ, side by side?
import { For, Show } from 'solid-js'
import { fill, type Text } from '../../../domain/language/words.ts'
import { amount } from '../../../domain/law/explain.ts'
import type { RuleRow } from '../../../domain/law/rule-book.ts'
import { pauseKinds } from '../../../domain/law/rules/pauses.ts'
import type { Entered } from '../../../domain/law/rules/rule.ts'
import { t } from '../../client/words.ts'
import { useMe } from '../../screen/me.ts'
import { focusWhenReady } from '../../screen/page.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { today } from '../../screen/time.ts'
import { placeName } from '../changes/names.ts'
import { confidenceWords, entryWords as e } from '../entries/words.ts'
import { adminPaths } from '../paths.ts'
import { adminWords } from '../words.ts'
import { type Family, inForceOn, keepsRules } from './reading.ts'
import { ruleWords as w } from './words.ts'

const joined = (texts: Text[]): string =>
  texts.length > 0 ? texts.map((one) => t(one)).join(t(adminWords.comma)) : t(adminWords.none)

const extension = ({ extend, unit }: RuleRow): string =>
  extend === null
    ? t(w.noExtension)
    : extend.steps
        .map(
          ({ n, by, article }) =>
            `${t(fill(w.step, { n: t(amount(n, unit)), by: t(by) }))} ${t(article)}`,
        )
        .join(t(adminWords.comma))

export const periodOf = (row: RuleRow): string =>
  `${t(amount(row.n, row.unit))}${row.direction === 'backward' ? t(w.backward) : ''}`
export const validityOf = ({ from, to }: RuleRow): string => `${from} – ${to ?? t(w.open)}`

export const Sure = (props: { row: RuleRow }) => (
  <span class={props.row.provisional ? 'rule-unsure' : ''}>
    {props.row.provisional ? '▲ ' : ''}
    {t(confidenceWords[props.row.confidence])}
    {props.row.provisional ? ` · ${t(w.provisional)}` : ''}
  </span>
)

const lines: { head: Text; of: (row: RuleRow) => string }[] = [
  { head: w.article, of: (row) => `${t(row.norm)} ${t(row.article)}` },
  { head: w.period, of: periodOf },
  { head: w.start, of: ({ start }) => t(start) },
  { head: w.roll, of: ({ roll }) => t(w[`roll-${roll}`]) },
  {
    head: w.pauses,
    of: ({ pauses }) => joined(pauses.map((kind) => pauseKinds[kind as keyof typeof pauseKinds])),
  },
  { head: w.extension, of: extension },
  {
    head: w.onExpiry,
    of: ({ expiry }) => `${t(expiry.words)}${expiry.provisional ? ` ▲ ${t(w.provisional)}` : ''}`,
  },
  { head: w.note, of: ({ note }) => (note ? t(note) : t(adminWords.none)) },
]

/** A cell that differs from the version before it says so; the newest stands first. */
const differs = (versions: RuleRow[], index: number, of: (row: RuleRow) => string): boolean => {
  const [row, before] = [versions[index], versions[index + 1]]
  return row !== undefined && before !== undefined && of(row) !== of(before)
}

/** Who entered and approved it is for administrators to read. */
const Origin = (props: { entered: Entered }) => {
  const me = useMe()
  return (
    <small class="rule-entered">
      <br />◇ {t(e.entered)}
      <Show when={props.entered.region}>
        {(code) => <> · {t(fill(e.enteredFor, { place: t(placeName(code())) }))}</>}
      </Show>
      <Show when={props.entered.running}>
        {(reason) => (
          <>
            <br />
            {t(fill(e.alsoRunning, { reason: reason() }))}
          </>
        )}
      </Show>
      <Show when={keepsRules(me())}>
        <br />
        <a href={adminPaths.change(props.entered.change)}>{t(e.approval)}</a>
      </Show>
    </small>
  )
}

const Heads = (props: { versions: RuleRow[] }) => (
  <tr>
    <td />
    <For each={props.versions}>
      {(row) => (
        <th scope="col">
          {validityOf(row)}
          <Show when={row.entered}>{(entered) => <Origin entered={entered()} />}</Show>
          <Show when={inForceOn(row, today())}>
            <br />
            <strong>{t(w.today)}</strong>
          </Show>
        </th>
      )}
    </For>
  </tr>
)

export const Versions = (props: { family: Family; onClose: () => void }) => {
  const versions = () => props.family.versions
  return (
    <section class="block" aria-labelledby="rule-versions">
      <h2 id="rule-versions" tabindex="-1" ref={focusWhenReady}>
        {t(w.sideBySide).replace('{name}', t(props.family.title))}
      </h2>
      <p class="muted">
        <code>{props.family.id}</code>
      </p>
      <Scroll name={w.versions}>
        <table class="plain-table rule-versions">
          <thead>
            <Heads versions={versions()} />
          </thead>
          <tbody>
            <For each={lines}>
              {({ head, of }) => (
                <tr>
                  <th scope="row">{t(head)}</th>
                  <For each={versions()}>
                    {(row, index) => (
                      <td class={differs(versions(), index(), of) ? 'rule-changed' : ''}>
                        {of(row)}
                        <Show when={differs(versions(), index(), of)}>
                          <small> ◆ {t(w.change)}</small>
                        </Show>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
            <tr>
              <th scope="row">{t(w.certainty)}</th>
              <For each={versions()}>
                {(row) => (
                  <td>
                    <Sure row={row} />
                  </td>
                )}
              </For>
            </tr>
            <tr>
              <td />
              <For each={versions()}>
                {(row) => (
                  <td>
                    <a class="button small" href={adminPaths.reckoner(row.id, row.version)}>
                      {t(w.reckon)}
                    </a>
                  </td>
                )}
              </For>
            </tr>
          </tbody>
        </table>
      </Scroll>
      <p class="form-actions">
        <button type="button" class="button" onClick={() => props.onClose()}>
          {t(w.close)}
        </button>
      </p>
    </section>
  )
}
