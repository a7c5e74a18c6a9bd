// What has changed from one version of a material to another?
import { createMemo, createResource, createSignal, createUniqueId, For, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { FileView } from '../../domain/views/answers/fact-views.ts'
import type { Material, MaterialVersion } from '../../domain/views/materials.ts'
import { t } from '../client/words.ts'
import { focusWhenReady } from '../screen/page.ts'
import { showStamp } from '../screen/time.ts'
import './compare.css'
import { hashOf, sizeOf } from './asking.ts'
import { lineDifference } from './line-difference.ts'
import { isText, readText, Stage } from './stage.tsx'
import { materialWords as w } from './words.ts'

type Side = { version: MaterialVersion; file: FileView | undefined }

const Choice = (props: {
  material: Material
  label: Text
  value: number
  onChoose: (version: number) => void
}) => {
  const id = createUniqueId()
  return (
    <p class="compare-choice">
      <label for={id}>{t(props.label)}</label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => props.onChoose(Number(event.currentTarget.value))}
      >
        <For each={props.material.versions}>
          {({ version, at }) => (
            <option value={version} selected={version === props.value}>
              {t(fill(w.version, { n: version }))} · {showStamp(at)}
            </option>
          )}
        </For>
      </select>
    </p>
  )
}

const rows: [Text, (side: Side) => string][] = [
  [w.name, ({ file }) => file?.name ?? '—'],
  [w.size, ({ file }) => (file ? sizeOf(file.size) : '—')],
  [w.kind, ({ file }) => file?.type ?? '—'],
  [w.at, ({ version }) => showStamp(version.at)],
  [w.by, ({ version }) => (version.who ? t(version.who) : '—')],
  [w.hash, ({ file }) => (file ? hashOf(file) : '—')],
]

const Table = (props: { left: Side; right: Side }) => (
  <table class="table compare-table">
    <thead>
      <tr>
        <td />
        <th scope="col">{t(fill(w.version, { n: props.left.version.version }))}</th>
        <th scope="col">{t(fill(w.version, { n: props.right.version.version }))}</th>
      </tr>
    </thead>
    <tbody>
      <For each={rows}>
        {([words, value]) => {
          const differs = () => value(props.left) !== value(props.right)
          return (
            <tr classList={{ differs: differs() }}>
              <th scope="row">
                {t(words)}
                <Show when={differs()}>
                  <small> ≠ {t(w.different)}</small>
                </Show>
              </th>
              <td>{value(props.left)}</td>
              <td>{value(props.right)}</td>
            </tr>
          )
        }}
      </For>
    </tbody>
  </table>
)

const signs = { same: ' ', added: '+', removed: '−' } as const

/** Only where both are text: line by line. */
const TextDifference = (props: { left: FileView; right: FileView }) => {
  const [lines] = createResource(
    () => [props.left.url, props.right.url] as const,
    async ([left, right]) => lineDifference(await readText(left), await readText(right)),
  )
  const count = (kind: 'added' | 'removed') =>
    lines()?.filter((line) => line.kind === kind).length ?? 0
  return (
    <Show when={!lines.error && lines()}>
      {(all) => (
        <>
          <p>{t(fill(w.lines, { added: count('added'), removed: count('removed') }))}</p>
          <ol class="line-difference">
            <For each={all()}>
              {({ kind, words }) => (
                <li class={kind}>
                  <span aria-hidden="true">{signs[kind]} </span>
                  <Show when={kind !== 'same'}>
                    <span class="visually-hidden">
                      {t(kind === 'added' ? w.added : w.removed)}{' '}
                    </span>
                  </Show>
                  {words}
                </li>
              )}
            </For>
          </ol>
        </>
      )}
    </Show>
  )
}

const level = { zoom: 1, turn: 0 }

export const Compare = (props: { material: Material; onBack: () => void }) => {
  const last = () => props.material.versions.length
  const [left, setLeft] = createSignal(last() - 1)
  const [right, setRight] = createSignal(last())
  const [index, setIndex] = createSignal(0)
  const versionOf = (n: number) => props.material.versions.find(({ version }) => version === n)!
  const side = (n: number): Side => ({ version: versionOf(n), file: versionOf(n).files[index()] })
  const sides = createMemo(() => [side(left()), side(right())] as const)
  const count = () => Math.max(versionOf(left()).files.length, versionOf(right()).files.length)
  const bothText = () => sides().every(({ file }) => file && isText(file))
  const same = () =>
    sides()[0].file && sides()[1].file && hashOf(sides()[0].file!) === hashOf(sides()[1].file!)
  return (
    <section class="compare" aria-labelledby="compare-title">
      <h3 id="compare-title" tabindex="-1" ref={focusWhenReady}>
        {t({
          zh: fill(w.compareOf, { name: props.material.label.zh }).zh,
          en: fill(w.compareOf, { name: props.material.label.en }).en,
        })}
      </h3>
      <div class="compare-choices">
        <Choice material={props.material} label={w.left} value={left()} onChoose={setLeft} />
        <Choice material={props.material} label={w.right} value={right()} onChoose={setRight} />
        <Show when={count() > 1}>
          <For each={Array.from({ length: count() }, (_, n) => n)}>
            {(n) => (
              <button
                type="button"
                class="button small"
                aria-pressed={index() === n}
                onClick={() => setIndex(n)}
              >
                {t(fill(w.file, { n: n + 1 }))}
              </button>
            )}
          </For>
        </Show>
        <button type="button" class="button small" onClick={() => props.onBack()}>
          {t(w.back)}
        </button>
      </div>
      <Show when={same()}>
        <p class="notice">{t(w.same)}</p>
      </Show>
      <div class="compare-sides">
        <For each={sides()}>
          {(one) => (
            <figure>
              <figcaption>{t(fill(w.version, { n: one.version.version }))}</figcaption>
              <Show when={one.file} fallback={<p class="stage-note">{t(w.absent)}</p>}>
                {(file) => <Stage file={file()} hold={level} />}
              </Show>
            </figure>
          )}
        </For>
      </div>
      <Show when={bothText() && !same()}>
        <TextDifference left={sides()[0].file!} right={sides()[1].file!} />
      </Show>
      <Table left={sides()[0]} right={sides()[1]} />
    </section>
  )
}
