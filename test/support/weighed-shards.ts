// Which files of a stage run in which of its parts, so that the parts take about as long as one another?
import { readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Vitest deals files to `--shard=i/n` by a hash of their paths: four long stories then meet in one part. Here the longest is dealt first. */
export class WeighedShards extends BaseSequencer {
  override async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index, count } = this.ctx.config.shard ?? { index: 1, count: 1 }
    const weighed = [...heldTogether(files).values()].map((file) => ({
      file,
      weight: file.reduce((sum, { moduleId }) => sum + weighTest(moduleId), 0),
    }))
    return dealByWeight(weighed, count)[index - 1]?.flat() ?? []
  }
}

/** Pure tests of one folder share the situations of their process, which take longer to find than most tests of them; others share nothing. */
const heldTogether = (files: TestSpecification[]): Map<string, TestSpecification[]> =>
  Map.groupBy(files, ({ moduleId, project }) =>
    project.name === 'pure'
      ? relative(project.config.root, moduleId).split(sep).slice(0, 2).join(sep)
      : moduleId,
  )

/** Deals what is heaviest first to whom has least so far; the order of what is as heavy follows its place in the list. */
export function dealByWeight<T>(items: { file: T; weight: number }[], count: number): T[][] {
  const parts = Array.from({ length: count }, () => ({ weight: 0, files: [] as T[] }))
  for (const { file, weight } of items.toSorted((a, b) => b.weight - a.weight)) {
    const lightest = parts.reduce((least, part) => (part.weight < least.weight ? part : least))
    lightest.files.push(file)
    lightest.weight += weight
  }
  return parts.map(({ files }) => files)
}

/** Bytes of a test and of the helpers that lie beside it: a long story is told in several files. */
function weighTest(path: string): number {
  const folder = dirname(path)
  const helpers = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(folder, entry.name))
  return [path, ...helpers].reduce((sum, file) => sum + statSync(file).size, 0)
}
