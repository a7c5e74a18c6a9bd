// Which files of a stage run in which of its parts, so that the parts take about as long as one another?
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Vitest deals files to `--shard=i/n` by a hash of their paths: four long stories then meet in one part. Here the longest is dealt first. */
export class WeighedShards extends BaseSequencer {
  override async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { index, count } = this.ctx.config.shard ?? { index: 1, count: 1 }
    const weighed = [...heldTogether(files)].map(([place, file]) => ({
      file,
      weight:
        file.reduce((sum, { moduleId }) => sum + weighTest(moduleId), 0) *
        (existsSync(join(place, 'situations.ts')) ? exploring : 1),
    }))
    return dealByWeight(weighed, count)[index - 1]?.flat() ?? []
  }
}

/** Pure tests of one folder share the situations of their process, which take longer to find than most tests of them; others share nothing. */
const heldTogether = (files: TestSpecification[]): Map<string, TestSpecification[]> =>
  Map.groupBy(files, ({ moduleId, project }) =>
    project.name === 'pure'
      ? join(project.config.root, ...relative(project.config.root, moduleId).split(sep, 2))
      : moduleId,
  )

/** To go through the situations of a process takes several times as long as its tests are long. */
const exploring = 4

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
