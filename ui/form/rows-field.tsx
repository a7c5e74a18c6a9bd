// How are several things with the same columns entered, put in order, and taken away again?
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { mostFieldRows } from '../../domain/model/fields.ts'
import type { Field } from '../../domain/model/process.ts'
import { t } from '../client/words.ts'
import { formWords as w } from '../screen/form-words.ts'
import type { Form } from './form.ts'
import { cellsOf, movedRow, nextRowKey, rowKeys, rowsValue } from './form-values.ts'
import { ChoiceList, fieldId, Line, Long, type Props } from './inputs.tsx'
import { rowFieldWords } from './row-words.ts'
import './rows-field.css'

/** After the screen has followed: a button that was moved with its row has lost the focus. */
const focusOn = (id: string) => queueMicrotask(() => document.getElementById(id)?.focus())

const Cell = (props: { cell: Field; form: Form }) => {
  const mistake = () => props.form.mistakeOf(props.cell.name)
  const id = () => fieldId(props.cell)
  const described = () =>
    [props.cell.hint ? `${id()}-hint` : '', mistake() ? `${id()}-error` : ''].join(' ').trim() ||
    undefined
  return (
    <div class="row-cell" classList={{ wide: props.cell.kind === 'long-text' }}>
      <label for={id()}>
        {t(props.cell.words)}
        <Show when={!props.cell.required}>
          <span class="optional">{t(w.optional)}</span>
        </Show>
      </label>
      <Show when={props.cell.hint}>
        {(hint) => (
          <p class="hint" id={`${id()}-hint`}>
            {t(hint())}
          </p>
        )}
      </Show>
      <Show when={mistake()}>
        {(words) => (
          <p class="mistake" id={`${id()}-error`}>
            <span class="visually-hidden">{t(w.errorPrefix)}</span>
            {t(words())}
          </p>
        )}
      </Show>
      <Switch fallback={<Line field={props.cell} form={props.form} describedBy={described()} />}>
        <Match when={props.cell.kind === 'choice'}>
          <ChoiceList field={props.cell} form={props.form} describedBy={described()} />
        </Match>
        <Match when={props.cell.kind === 'long-text'}>
          <Long field={props.cell} form={props.form} describedBy={described()} />
        </Match>
      </Switch>
    </div>
  )
}

type Step = -1 | 1

const RowsField = (props: Props) => {
  const [news, setNews] = createSignal('')
  const most = () => props.field.most ?? mostFieldRows
  const keys = () => rowKeys(props.field, props.form.values())
  const put = (next: readonly string[]) => props.form.set(props.field.name, rowsValue(next))
  const firstCell = (key: string | undefined) => {
    const [first] = key === undefined ? [] : cellsOf(props.field, key)
    return first ? fieldId(first) : addId()
  }
  const addId = () => `${fieldId(props.field)}-add`
  const moveId = (key: string, step: Step) => `${fieldId(props.field)}-${key}-${step}`
  const add = () => {
    if (keys().length >= most()) return
    const key = nextRowKey(props.field, props.form.values())
    put([...keys(), key])
    setNews('')
    focusOn(firstCell(key))
  }
  const remove = (key: string) => {
    const at = keys().indexOf(key)
    const left = keys().filter((one) => one !== key)
    for (const { name } of cellsOf(props.field, key)) props.form.set(name, undefined)
    put(left)
    setNews(t(fill(rowFieldWords.rowRemoved, { n: left.length })))
    focusOn(firstCell(left[at] ?? left.at(-1)))
  }
  const move = (key: string, step: Step) => {
    put(movedRow(keys(), key, step))
    setNews(t(fill(rowFieldWords.rowMoved, { n: keys().indexOf(key) + 1 })))
    focusOn(moveId(key, step))
  }
  const Mover = (mover: { row: string; index: number; step: Step }) => {
    const label = () =>
      t(fill(mover.step < 0 ? rowFieldWords.rowUp : rowFieldWords.rowDown, { n: mover.index + 1 }))
    const last = () => (mover.step < 0 ? mover.index === 0 : mover.index === keys().length - 1)
    return (
      <button
        type="button"
        class="button quiet"
        id={moveId(mover.row, mover.step)}
        aria-label={label()}
        title={label()}
        aria-disabled={last()}
        onClick={() => move(mover.row, mover.step)}
      >
        {mover.step < 0 ? '↑' : '↓'}
      </button>
    )
  }
  return (
    <>
      <ol class="row-cards">
        <For each={keys()}>
          {(key, index) => (
            <li>
              <fieldset class="row-card">
                <legend>{t(fill(rowFieldWords.rowOf, { n: index() + 1 }))}</legend>
                <div class="row-cells">
                  <For each={cellsOf(props.field, key)}>
                    {(cell) => <Cell cell={cell} form={props.form} />}
                  </For>
                </div>
                <p class="row-actions">
                  <Mover row={key} index={index()} step={-1} />
                  <Mover row={key} index={index()} step={1} />
                  <button type="button" class="button quiet" onClick={() => remove(key)}>
                    {t(fill(rowFieldWords.removeRow, { n: index() + 1 }))}
                  </button>
                </p>
              </fieldset>
            </li>
          )}
        </For>
      </ol>
      <p class="row-foot">
        <button
          type="button"
          class="button"
          id={addId()}
          aria-disabled={keys().length >= most()}
          onClick={add}
        >
          {t(rowFieldWords.addRow)}
        </button>
        <span class="hint">
          {t(fill(rowFieldWords.rowsHint, { n: keys().length, most: most() }))}
        </span>
      </p>
      <p class="visually-hidden" role="status">
        {news()}
      </p>
    </>
  )
}

export default RowsField
