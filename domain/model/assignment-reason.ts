// Why does a task lie with whom it lies, when nobody has claimed it?
import type { Text } from '../language/words.ts'

export type AssignmentReason = {
  /** 分派: which rule gave it to whom when it was opened, or why to nobody. */
  routed?: { rule: string; to: { id: string; name: string } | null; why: Text }
  /** 上提: its own post stood empty, so the same post higher up may work it too; no `groups`: there was nobody there either. */
  climbed?: { groups: string[]; why: Text }
}
