/**
 * `npm run stories -- [COUNT] [SEED] [SAFEGUARD]`: so many stories of the simulated office, from that seed on, and what
 * went wrong in them, a line each. With a safeguard named, it is left out, so that one can see what it is for.
 */
import { SimulatedOffice } from './simulated-office.ts'

const STEPS = 60
const [count = '10000', from = '0', without = ''] = process.argv.slice(2)
const safeguards = {
  looksFirst: true,
  noticesOthers: true,
  letsBrothersMeet: true,
  ...(without && { [without]: false }),
}

for (let seed = Number(from); seed < Number(from) + Number(count); seed += 1) {
  const office = new SimulatedOffice(seed, safeguards)
  await office.run(STEPS)
  for (const what of office.wrong) process.stdout.write(`seed ${seed}: ${what}\n`)
}
