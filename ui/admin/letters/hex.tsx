// How do bytes stand there to be read, sixteen in a line, with the defect marked?
import { For, Show } from 'solid-js'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { letterWords as w } from './words.ts'

const width = 16
const mostLines = 64

const linesOf = (hex: string): { at: number; bytes: string[] }[] => {
  const bytes = hex.match(/../g) ?? []
  const lines = Array.from({ length: Math.ceil(bytes.length / width) }, (_, n) => n * width)
  return lines.slice(0, mostLines).map((at) => ({ at, bytes: bytes.slice(at, at + width) }))
}

const sign = (byte: string): string => {
  const code = Number.parseInt(byte, 16)
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : '·'
}

/** A mark is not colour alone: it is underlined and named above. */
export const Hex = (props: { hex: string; defect: number | null }) => {
  const isAt = (at: number, n: number) => props.defect === at + n
  return (
    <Scroll name={w.original}>
      <Show when={props.defect !== null}>
        {<p>{t(fill(w.defectAt, { n: props.defect ?? 0 }))}</p>}
      </Show>
      <pre class="letters-hex">
        <For each={linesOf(props.hex)}>
          {({ at, bytes }) => (
            <>
              <span class="muted">{at.toString(16).padStart(4, '0')} </span>
              <For each={bytes}>
                {(byte, n) => (
                  <Show when={isAt(at, n())} fallback={` ${byte}`}>
                    {[' ', <mark>{byte}</mark>]}
                  </Show>
                )}
              </For>
              {'   '.repeat(width - bytes.length)}
              {'  '}
              <For each={bytes}>
                {(byte, n) => (
                  <Show when={isAt(at, n())} fallback={sign(byte)}>
                    {<mark>{sign(byte)}</mark>}
                  </Show>
                )}
              </For>
              {'\n'}
            </>
          )}
        </For>
        <Show when={props.hex.length > 2 * width * mostLines}>…</Show>
      </pre>
    </Scroll>
  )
}
