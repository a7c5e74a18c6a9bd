// Which evaluations are held here, and how many conditions of a device are judged at points that nobody has registered?
import type { Entry } from './evaluations.ts'

/** By the key of the condition. It counts as it goes: a platform speaks for thousands of vehicles, each with dozens of conditions. */
export class Entries extends Map<string, Entry> {
  readonly #unregistered = new Map<string, number>()

  override set(key: string, entry: Entry): this {
    this.#count(this.get(key), -1)
    this.#count(entry, 1)
    return super.set(key, entry)
  }

  override delete(key: string): boolean {
    this.#count(this.get(key), -1)
    return super.delete(key)
  }

  unregistered(device: string): number {
    return this.#unregistered.get(device) ?? 0
  }

  #count(entry: Entry | undefined, one: 1 | -1): void {
    if (!entry || entry.about.device === null || entry.about.pointId !== null) return
    const left = this.unregistered(entry.about.device) + one
    if (left > 0) this.#unregistered.set(entry.about.device, left)
    else this.#unregistered.delete(entry.about.device)
  }
}
