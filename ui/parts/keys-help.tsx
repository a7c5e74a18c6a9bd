// Where are the keyboard shortcuts explained and switched off?
import { For } from 'solid-js'
import type { Text } from '../../domain/case/words.ts'
import { t, words } from '../words.ts'
import { Dialog } from './dialog.tsx'
import { keysEnabled, setKeysEnabled } from './keys.ts'

const rows: [string[], Text][] = [
  [['j', 'k'], words.keyMove],
  [['Enter'], words.keyOpen],
  [['Esc'], words.keyBack],
  [['x'], words.keySelect],
  [['/'], words.keySearch],
  [['g i', 'g c', 'g p'], words.keyGo],
  [['a', 'b', 't', 'c'], words.keyActs],
  [['[', ']'], words.keyNeighbours],
  [['Ctrl+Enter'], words.keySubmit],
  [['?'], words.keyHelp],
]

const KeysHelp = (props: { open: boolean; onClose: () => void }) => (
  <Dialog open={props.open} title={t(words.keysTitle)} onClose={() => props.onClose()}>
    <p class="muted">{t(words.keysHint)}</p>
    <table class="plain-table keys-table">
      <tbody>
        <For each={rows}>
          {([keys, says]) => (
            <tr>
              <th scope="row">
                <For each={keys}>{(key) => <kbd>{key}</kbd>}</For>
              </th>
              <td>{t(says)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
    <label class="check">
      <input type="checkbox" checked={keysEnabled()} onChange={(event) => setKeysEnabled(event.currentTarget.checked)} />
      <span>{t(words.keysOn)}</span>
    </label>
  </Dialog>
)

export default KeysHelp
