import { beforeAll, describe, expect, test } from '@jest/globals'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

/** Which way imports may point: `from` may not reach `to`. */
const FORBIDDEN: IForbiddenRuleType[] = [
  {
    name: 'no file depends on itself by a detour',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'the domain knows neither server nor tab',
    from: { path: '^shared/' },
    to: { path: '^(bot|tab|manifest|infra|test)/' },
  },
  {
    name: 'the domain needs no framework and no machine',
    from: { path: '^shared/' },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'core'],
      pathNot: '^node_modules/(temporal-polyfill|zod|yjs)/',
    },
  },
  {
    name: 'only what crosses a border is read by a schema',
    from: { path: '^shared/(?!wire/)' },
    to: { path: '^node_modules/zod/' },
  },
  { name: 'the tab knows the domain alone', from: { path: '^tab/' }, to: { path: '^(bot|manifest|infra|test)/' } },
  {
    name: 'use cases know the domain and their ports, never an adapter',
    from: { path: '^bot/meetings/' },
    to: { path: '^bot/(?!meetings/)' },
  },
  {
    name: 'an adapter knows no other adapter',
    from: { path: '^bot/(graph|store|chat|http)/' },
    to: {
      path: '^bot/(graph|store|chat|http|jobs|local|commands)/',
      pathNot: ['^bot/$1/', '^bot/chat/ports[.]ts$'],
    },
  },
  {
    name: 'jobs stand on the store and on nothing else',
    from: { path: '^bot/jobs/' },
    to: { path: '^bot/(graph|chat|http|local|commands)/' },
  },
  {
    name: 'the local workplace is met over the network',
    from: { path: '^bot/local/' },
    to: { path: '^(bot/(?!local/)|tab/|test/)' },
  },
  {
    name: 'only the composition root and commands know every part',
    from: { pathNot: '^(bot/main[.]ts|bot/commands/|test/)' },
    to: { path: '^bot/main[.]ts$' },
  },
  {
    name: 'botbuilder stays in one folder',
    from: { pathNot: '^(bot/chat|test)/' },
    to: { path: '^node_modules/bot(builder|framework)' },
  },
  {
    name: 'the Graph client stays in one folder',
    from: { pathNot: '^(bot/graph|test)/' },
    to: { path: '^node_modules/@microsoft/microsoft-graph-client' },
  },
  {
    name: 'teams-js stays in one file',
    from: { path: '^tab/', pathNot: '^tab/teams[.]ts$' },
    to: { path: '^node_modules/@microsoft/teams-js' },
  },
  { name: 'the product never needs its tests', from: { path: '^(shared|bot|tab)/' }, to: { path: '^test/' } },
]

/** A rule that the code does break, so that a rule can be seen to bite. */
const CONTROL: IForbiddenRuleType = {
  name: 'control: the schemas use zod',
  from: { path: '^shared/wire/' },
  to: { path: '^node_modules/zod/' },
}

let found: ICruiseResult

beforeAll(async () => {
  const { output } = await cruise(
    ['shared', 'bot', 'tab'],
    {
      ruleSet: { forbidden: [...FORBIDDEN, CONTROL] },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '[.](css|svg|png)$' },
      enhancedResolveOptions: {
        extensions: ['.ts', '.tsx', '.js', '.mjs'],
        conditionNames: ['import', 'types', 'node', 'default'],
        exportsFields: ['exports'],
      },
    },
    undefined,
    { tsConfig: undefined },
  )
  found = output as ICruiseResult
}, 120_000)

describe('imports', () => {
  test.each(FORBIDDEN.map(({ name }) => name!))('%s', (name) => {
    const broken = found.summary.violations.filter(({ rule }) => rule.name === name)
    expect(broken.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('are really looked at', () => {
    expect(found.summary.totalDependenciesCruised).toBeGreaterThan(300)
    expect(found.summary.violations.some(({ rule }) => rule.name === CONTROL.name)).toBe(true)
  })
})
